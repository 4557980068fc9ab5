using System.Xml;
using System.Xml.Linq;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>A file read as XML without DTD, resolver or outside parts.</summary>
/// <param name="Root">Null when the file is no XML.</param>
/// <param name="Fault">What is wrong with a file that begins like XML.</param>
/// <param name="Source">The file.</param>
/// <param name="LinesBefore">Blank lines above it, which XML does not allow and which are left out.</param>
/// <param name="ColumnsBefore">Blanks before its first tag, left out for the same reason.</param>
internal sealed record XmlFile(XElement? Root, RefusedException? Fault, RawText? Source = null, int LinesBefore = 0, int ColumnsBefore = 0)
{
    private const int Deepest = 100;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = ImportLimits.Characters * 2L, CheckCharacters = false,
    };

    public static XmlFile Of(RawText text) => text.Once(Parse);

    /// <summary>Lines of an element: from its start tag to the last words in it.</summary>
    public (int First, int Last) Lines(XElement element)
    {
        var first = ((IXmlLineInfo)element).LineNumber;
        var last = first;
        foreach (var node in element.DescendantNodes().Where(n => ((IXmlLineInfo)n).HasLineInfo()))
        {
            var line = ((IXmlLineInfo)node).LineNumber;
            if (node is XText words) line += words.Value.AsSpan().TrimEnd().Count('\n');
            last = Math.Max(last, line);
        }

        return (first + LinesBefore, last + LinesBefore);
    }

    /// <summary>Characters of an element's words, from its first text that is not blank to the end of its last.</summary>
    public SourceChars? Chars(XElement element)
    {
        XText? first = null, last = null;
        foreach (var text in element.DescendantNodes().OfType<XText>().Where(t => !string.IsNullOrWhiteSpace(t.Value)))
        {
            first ??= text;
            last = text;
        }

        if (first is null || Source is null) return null;
        var end = Source.Text.IndexOf(last is XCData ? "]]>" : "<", At(last!), StringComparison.Ordinal) is var mark and >= 0 ? mark : Source.Text.Length;
        var start = At(first);
        while (start < end && char.IsWhiteSpace(Source.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Source.Text[end - 1])) end--;
        return new SourceChars(start, end);
    }

    private int At(IXmlLineInfo node)
    {
        var line = node.LineNumber + LinesBefore - 1;
        return Source!.Starts[line] + node.LinePosition - 1 + (node.LineNumber == 1 ? ColumnsBefore : 0);
    }

    private static XmlFile Parse(RawText text)
    {
        var first = Array.FindIndex(text.Lines, l => !Blank.Is(l));
        if (first < 0) return new XmlFile(null, null);
        var joined = string.Join('\n', text.Lines[first..]);
        var xml = joined.TrimStart('\uFEFF', ' ', '\t');
        if (xml.Length < 2 || xml[0] != '<' || !(char.IsAsciiLetter(xml[1]) || xml[1] is '?' or '!')) return new XmlFile(null, null);
        try
        {
            CheckDepth(xml);
            using var reader = Open(xml);
            return new XmlFile(XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root, null, text, first, joined.Length - xml.Length);
        }
        catch (XmlException e)
        {
            // The reader tells no line for a document type.
            var line = e.LineNumber > 0 ? e.LineNumber + first : Array.FindIndex(text.Lines, l => l.Contains("<!DOCTYPE", StringComparison.Ordinal)) + 1;
            return new XmlFile(null, new RefusedException(Sentence(e), Math.Clamp(line, 1, text.Lines.Length)));
        }
    }

    private static XmlReader Open(string xml)
    {
        var names = new NameTable();
        return XmlReader.Create(new StringReader(xml), Safe, new XmlParserContext(names, new Prefixes(names), null, XmlSpace.None));
    }

    /// <summary>Elements inside elements beyond any caption file would only serve to exhaust the stack.</summary>
    private static void CheckDepth(string xml)
    {
        using var reader = Open(xml);
        while (reader.Read())
        {
            if (reader.Depth > Deepest) throw new XmlException("depth", null, ((IXmlLineInfo)reader).LineNumber, 1);
        }
    }

    private static string Sentence(XmlException e) =>
        e.Message.Contains("DTD", StringComparison.Ordinal) ? "the XML declares a document type (DTD), which is never read; remove its <!DOCTYPE …> part"
        : e.Message.StartsWith("depth", StringComparison.Ordinal) ? $"the XML nests more than {Deepest} elements, which no transcript does"
        : "the XML is broken at this line, perhaps cut off; export the file again";
}
