using System.Text;

namespace CollabSummaries.Transcripts;

/// <summary>Characters of one segment.</summary>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Start">First character of its text.</param>
/// <param name="End">One after the last.</param>
public sealed record SegmentRange(int Segment, int Start, int End);

/// <summary>Finds words of one parse of a file in another parse of the same file, by the lines they stand on: evidence outlives a change of parser.</summary>
public static class SamePlace
{
    /// <summary>Where the words of a range stand in the other parse; empty when it does not have them on those lines.</summary>
    /// <remarks>White space does not count. Of equal words on the same lines the one with as many equals before it is taken.</remarks>
    public static IReadOnlyList<SegmentRange> Find(Transcript before, Transcript after, SegmentRange range)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(range);
        var segment = before.Segments[range.Segment];
        var there = On(after.Segments, segment.FirstLine, segment.LastLine);
        if (there.Count == 0) return [];
        var here = On(before.Segments, there.Min(i => after.Segments[i].FirstLine), there.Max(i => after.Segments[i].LastLine));
        var (old, oldPlaces) = Letters(before.Segments, here);
        var (text, places) = Letters(after.Segments, there);
        var from = oldPlaces.FindIndex(p => p.Segment == range.Segment && p.At >= range.Start);
        var length = from < 0 ? 0 : oldPlaces.Skip(from).TakeWhile(p => p.Segment == range.Segment && p.At < range.End).Count();
        if (length == 0) return [];
        var found = Nth(text, old.Substring(from, length), Count(old[..(from + length - 1)], old.Substring(from, length)));
        return found < 0 ? [] : [.. places.Skip(found).Take(length).GroupBy(p => p.Segment).Select(g => new SegmentRange(g.Key, g.First().At, g.Last().At + 1))];
    }

    private static List<int> On(IReadOnlyList<Segment> segments, int firstLine, int lastLine) =>
        [.. Enumerable.Range(0, segments.Count).Where(i => segments[i].FirstLine <= lastLine && segments[i].LastLine >= firstLine)];

    /// <summary>The texts of some segments without white space, and where each character stands.</summary>
    private static (string Text, List<(int Segment, int At)> Places) Letters(IReadOnlyList<Segment> segments, List<int> which)
    {
        var text = new StringBuilder();
        var places = new List<(int, int)>();
        foreach (var i in which)
        {
            for (var at = 0; at < segments[i].Text.Length; at++)
            {
                if (char.IsWhiteSpace(segments[i].Text[at])) continue;
                text.Append(segments[i].Text[at]);
                places.Add((i, at));
            }
        }

        return (text.ToString(), places);
    }

    private static int Count(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }

    /// <summary>Where the words stand for the n-th time, or for the last time if there are fewer; -1 when nowhere.</summary>
    private static int Nth(string text, string words, int n)
    {
        var found = -1;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && n-- >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) found = at;
        return found;
    }
}
