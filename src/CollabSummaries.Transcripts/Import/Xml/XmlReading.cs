using System.Xml.Linq;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>Makes rows of the format table for XML files, told apart by their root.</summary>
internal static class XmlReading
{
    public static FormatReader Of(string name, string displayName, Func<XElement, double> score, string expected, Action<XmlFile, Draft, CancellationToken> read) => new(
        new TranscriptFormat(name, displayName),
        text => XmlFile.Of(text).Root is { } root ? score(root) : 0,
        (text, draft, stop) =>
        {
            var file = XmlFile.Of(text);
            if (file.Fault is not null) throw file.Fault;
            if (file.Root is null) throw new RefusedException($"the file is no XML, so it is not '{name}'", 1, "text");
            if (score(file.Root) == 0) throw new RefusedException($"the XML has no {expected}, so it is not '{name}'", file.Lines(file.Root).First);
            read(file, draft, stop);
        });

    /// <summary>Value of an attribute by its local name; tools disagree about namespaces.</summary>
    public static string? Value(this XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name && !a.IsNamespaceDeclaration)?.Value;

    public static bool Is(this XElement element, string name) => element.Name.LocalName == name;
}
