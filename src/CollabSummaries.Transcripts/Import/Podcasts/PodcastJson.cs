using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Podcasts;

/// <summary>Podcasting 2.0 JSON: segments with `startTime` and `body`; many writers give one word a segment, which is joined.</summary>
internal static class PodcastJson
{
    public static FormatReader Reader { get; } = JsonReader.Of("podcast-json", "Podcasting 2.0 (JSON)", Score, "'segments' with 'startTime' and 'body'", Read);

    private static double Score(JsonValue root) => root.List("segments").Exists(s => s["body"] is not null) ? 1 : 0;

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var segments = root.List("segments");
        var single = segments.Count(s => !(s["body"]?.Text ?? "").Trim().Contains(' '));
        var run = single * 10 >= segments.Count * 8 && segments.Count > 3 ? new WordRun(draft) : null;
        string? speaker = null;
        foreach (var s in segments)
        {
            stop.ThrowIfCancellationRequested();
            // A speaker stands for the segments after it until another is named; an empty one names nobody.
            speaker = s["speaker"]?.Text is { } name ? (name.Trim() is { Length: > 0 } known ? known : null) : speaker;
            var (start, end) = (s["startTime"].Seconds(), s["endTime"].Seconds());
            var body = s["body"];
            if (run is null)
            {
                draft.AddSegment(start, end, speaker, body, s);
                continue;
            }

            run.Add(body, start, end, speaker, s);
            // A line feed in the body ends a paragraph.
            if (body?.Text is { } said && said.EndsWith('\n')) run.End();
        }

        run?.End();
    }
}
