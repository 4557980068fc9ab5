using System.Globalization;

namespace CollabSummaries.Transcripts.Export;

/// <summary>Times as caption files write them.</summary>
internal static class CueClock
{
    /// <summary>How long a segment is shown whose end nobody knows and after which nothing comes.</summary>
    private const long LastMs = 5000;

    /// <summary>`00:01:02.500`, with the mark of the format before the thousandths.</summary>
    public static string Write(long ms, char mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{ms / 3_600_000:00}:{ms / 60_000 % 60:00}:{ms / 1000 % 60:00}{mark}{ms % 1000:000}");

    /// <summary>`00:01:02`, with thousandths only where there are any.</summary>
    public static string Short(long ms) => Write(ms, '.') is var clock && ms % 1000 == 0 ? clock[..^4] : clock;

    /// <summary>The segments of captions with a start and an end for each: captions cannot be without. A missing end is the next start, a missing start the time of the segment before.</summary>
    public static IEnumerable<(Segment Segment, long StartMs, long EndMs)> Cues(IReadOnlyList<Segment> segments)
    {
        var starts = new long?[segments.Count + 1];
        for (var i = segments.Count - 1; i >= 0; i--) starts[i] = segments[i].StartMs ?? starts[i + 1];
        long before = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var start = segments[i].StartMs ?? before;
            var end = segments[i].EndMs ?? (starts[i + 1] is { } next && next > start ? next : start + LastMs);
            before = segments[i].StartMs is null ? start : end;
            yield return (segments[i], start, end);
        }
    }
}
