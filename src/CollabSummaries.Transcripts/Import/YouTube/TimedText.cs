using System.Xml.Linq;
using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Xml;

namespace CollabSummaries.Transcripts.Import.YouTube;

/// <summary>YouTube's XML: srv1 (`text start dur`, seconds), srv2 (`text t d`) and srv3 (`p t d` with words in `s`), milliseconds.</summary>
internal static class TimedText
{
    public static FormatReader Reader { get; } = XmlReading.Of(
        "youtube-xml", "YouTube captions (srv1, srv2, srv3)", Score, "rows 'p' or 'text' with times under 'timedtext' or 'transcript'", Read);

    private static double Score(XElement root) =>
        (root.Is("timedtext") || root.Is("transcript")) && Rows(root).Any() ? 1 : 0;

    private static IEnumerable<XElement> Rows(XElement root) =>
        root.Descendants().Where(e => (e.Is("p") && e.Value("t") is not null) || (e.Is("text") && (e.Value("start") ?? e.Value("t")) is not null));

    private static void Read(XmlFile file, Draft draft, CancellationToken stop)
    {
        var rows = new List<TimedRow>();
        foreach (var row in Rows(file.Root!))
        {
            stop.ThrowIfCancellationRequested();
            var inSeconds = row.Value("start") is not null;
            var start = Ms(inSeconds ? row.Value("start") : row.Value("t"), inSeconds);
            var length = Ms(inSeconds ? row.Value("dur") : row.Value("d"), inSeconds);
            var (first, last) = file.Lines(row);
            rows.Add(new TimedRow(start, start + length, Words(row), first, last, file.Chars(row)));
        }

        TimedRows.Write(rows, draft);
    }

    /// <summary>srv1 escapes twice: after XML an apostrophe still stands as `&amp;#39;`.</summary>
    private static string Words(XElement row) => Entities.Decode(string.Concat(row.DescendantNodes().Select(n => n switch
    {
        XText text => text.Value,
        XElement e when e.Is("br") => "\n",
        _ => "",
    })));

    private static long? Ms(string? value, bool inSeconds) => JsonTimes.Number(value) is { } number and >= 0
        ? (long)Math.Round(inSeconds ? number * 1000 : number, MidpointRounding.AwayFromZero)
        : null;
}
