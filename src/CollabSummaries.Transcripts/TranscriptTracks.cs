namespace CollabSummaries.Transcripts;

/// <summary>Puts what was written beside a talk, its chat, between what was said, by time.</summary>
public static class TranscriptTracks
{
    /// <summary>Behind the name of who writes, so that written and spoken words are told apart everywhere.</summary>
    public const string Mark = " (chat)";

    private const long LongestWaitMs = 10_000;

    /// <summary>The first file with the messages of the second where they came; neither changes its own order.</summary>
    /// <param name="shiftMs">Added to the times of the second.</param>
    /// <param name="linesOfFirst">Number of lines of the first file, so that lines of the second count on.</param>
    public static Transcript Weave(Transcript first, Transcript second, long shiftMs, int linesOfFirst)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var written = second with
        {
            Segments = [.. second.Segments.Select(s => s with { Speaker = (s.Speaker ?? "Somebody") + Mark })],
            Speakers = [.. second.Speakers.Select(s => s + Mark)],
            Chapters = [],
        };
        var joined = TranscriptParts.Append(first, written, shiftMs, linesOfFirst);
        var order = Order(joined.Segments, first.Segments.Count);
        var places = new int[order.Count];
        for (var i = 0; i < order.Count; i++) places[order[i]] = i;
        var segments = order.ConvertAll(i => joined.Segments[i]);
        return joined with
        {
            Segments = segments,
            Speakers = [.. segments.Select(s => s.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)],
            Chapters = [.. joined.Chapters.Select(c => c with { FirstSegment = places[c.FirstSegment] })],
        };
    }

    /// <summary>A message waits for the end of the sentence it came in, but not long.</summary>
    private static bool IsPlace(IReadOnlyList<Segment> segments, int message, int spoken) =>
        spoken == 0 || segments[spoken - 1].Text is [.., '.' or '?' or '!' or '…' or '"' or '”'] || segments[spoken].StartMs - segments[message].StartMs > LongestWaitMs;

    private static List<int> Order(IReadOnlyList<Segment> segments, int firstCount)
    {
        var order = new List<int>(segments.Count);
        var next = firstCount;
        for (var i = 0; i < firstCount; i++)
        {
            for (; next < segments.Count && segments[next].StartMs < segments[i].StartMs && IsPlace(segments, next, i); next++) order.Add(next);
            order.Add(i);
        }

        for (; next < segments.Count; next++) order.Add(next);
        return order;
    }
}
