using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.YouTube;

/// <summary>YouTube's json3: events with parts of text in milliseconds; events without parts only open windows.</summary>
internal static class Json3
{
    public static FormatReader Reader { get; } = JsonReader.Of(
        "youtube-json3", "YouTube captions (json3)", Score, "'events' with 'tStartMs'", Read);

    private static double Score(JsonValue root)
    {
        if (!root.List("events").Exists(e => e["tStartMs"] is not null)) return 0;
        return root["wireMagic"]?.Text == "pb3" ? 1 : 0.9;
    }

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var rows = new List<TimedRow>();
        foreach (var (e, n) in root.List("events").Select((e, n) => (e, n)))
        {
            if (n % 1024 == 0) stop.ThrowIfCancellationRequested();
            if (e["segs"] is null) continue;
            var text = string.Concat(e.List("segs").Select(s => s["utf8"]?.Text));
            var start = e["tStartMs"].Milliseconds();
            rows.Add(new TimedRow(start, start + e["dDurationMs"].Milliseconds(), text, e.Line, e.LastLine, Chars(e.List("segs"))));
        }

        TimedRows.Write(rows, draft);
    }

    private static SourceChars? Chars(List<JsonValue> parts)
    {
        var spoken = parts.Select(s => s["utf8"]).Where(t => !string.IsNullOrWhiteSpace(t?.Text)).ToList();
        return spoken.Count == 0 ? null : spoken[0]!.Inside.Through(spoken[^1]!.Inside);
    }
}
