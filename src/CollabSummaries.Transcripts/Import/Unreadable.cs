using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Xml;

namespace CollabSummaries.Transcripts.Import;

/// <summary>Says why no format fits: the first line that stands in the way.</summary>
internal static class Unreadable
{
    public static RefusedException Because(RawText text)
    {
        var line = Array.FindIndex(text.Lines, l => !Blank.Is(l)) + 1;
        if (line == 0) return new RefusedException("the file holds nothing but blank lines", 1);
        if (XmlFile.Of(text).Fault is { } xml && Markup(text.Lines[line - 1].TrimStart()) is "this is an XML file") return xml;
        if (JsonFile.Of(text).Fault is { } json && Markup(text.Lines[line - 1].TrimStart()) is "this is a JSON file") return json;
        return Markup(text.Lines[line - 1].TrimStart()) is { } what
            ? new RefusedException($"{what} of a kind that is not known; export it as WebVTT, SRT or plain text", line, "vtt")
            : new RefusedException("no known format fits, and too few of its characters are words for plain text", line, "text");
    }

    /// <summary>What a file is that begins like markup and must not be read as prose; null for anything else.</summary>
    public static string? Markup(ReadOnlySpan<char> start)
    {
        if (start.StartsWith("{\\rtf")) return "this is a rich text file";
        if (start.StartsWith("<?xml") || start.StartsWith("<tt") || start.StartsWith("<timedtext") || start.StartsWith("<transcript")) return "this is an XML file";
        if (start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return "this is a web page";
        return start.StartsWith("{\"") || start is "{" or "[" || start.StartsWith("[{") ? "this is a JSON file" : null;
    }
}
