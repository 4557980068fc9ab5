using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>A stretch of a talk that is summarized together: units First … Last.</summary>
internal sealed record Section(string? Title, int First, int Last);

/// <summary>
/// Cuts a talk into sections: by its chapters where it has some, else where the words change most (after Hearst's TextTiling), 500 to 1,200 words each and at
/// most 8 minutes. The same talk always gives the same sections.
/// </summary>
internal static class Sections
{
    private const int Least = 500, Most = 1_200, OneSection = 1_300, Block = 120;
    private const long MostMs = 8 * 60_000, LeastMs = 3 * 60_000;

    /// <param name="startMs">When a segment begins, if known.</param>
    /// <param name="chapters">First unit and title of each chapter, in order; none: by cohesion alone.</param>
    public static List<Section> Of(IReadOnlyList<Unit> units, Func<int, long?> startMs, IReadOnlyList<(int FirstUnit, string? Title)> chapters)
    {
        if (units.Count == 0)
            return [];
        var starts = chapters.Count > 0 && chapters[0].FirstUnit == 0 ? chapters : [(0, null), .. chapters];
        var sections = new List<Section>();
        for (var k = 0; k < starts.Count; k++)
        {
            var last = (k + 1 < starts.Count ? starts[k + 1].FirstUnit : units.Count) - 1;
            if (last >= starts[k].FirstUnit)
                sections.AddRange(Cut(units, startMs, starts[k].FirstUnit, last).Select(s => new Section(starts[k].Title, s.First, s.Last)));
        }

        return sections;
    }

    private static List<(int First, int Last)> Cut(IReadOnlyList<Unit> units, Func<int, long?> startMs, int first, int last)
    {
        var words = units.Skip(first).Take(last - first + 1).Sum(u => u.Words);
        if (words <= OneSection && Duration(units, startMs, first, last) <= 2 * MostMs)
            return [(first, last)];
        var cuts = new List<(int, int)>();
        for (var from = first; from <= last;)
        {
            var to = Boundary(units, startMs, from, last);
            cuts.Add((from, to));
            from = to + 1;
        }

        return cuts;
    }

    /// <summary>The last unit of the section that begins at `from`: before the deepest change of words within reach.</summary>
    private static int Boundary(IReadOnlyList<Unit> units, Func<int, long?> startMs, int from, int last)
    {
        var (best, depth, words) = (last, double.NegativeInfinity, 0);
        for (var at = from; at < last; at++)
        {
            words += units[at].Words;
            var ms = Duration(units, startMs, from, at);
            var left = 0;
            for (var k = at + 1; k <= last && left < Least; k++)
                left += units[k].Words;
            if (left < Least)
                break;
            if (words > Most || (ms > MostMs && words >= Least / 2))
                return depth > double.NegativeInfinity ? best : at;
            if (words < Least && ms < LeastMs)
                continue;
            var change = -Cohesion(units, at);
            if (change > depth)
                (best, depth) = (at, change);
        }

        return words <= Most && Rest(units, from, last) <= OneSection ? last : best;
    }

    private static int Rest(IReadOnlyList<Unit> units, int from, int last)
    {
        var words = 0;
        for (var k = from; k <= last && words <= OneSection; k++)
            words += units[k].Words;
        return words;
    }

    private static long Duration(IReadOnlyList<Unit> units, Func<int, long?> startMs, int first, int last) =>
        startMs(units[last].Segments[0].Segment) - startMs(units[first].Segments[0].Segment) ?? 0;

    /// <summary>Cosine of the words of the blocks before and behind the gap after a unit.</summary>
    private static double Cohesion(IReadOnlyList<Unit> units, int at)
    {
        Dictionary<string, int> before = Counts(units, at, -1), behind = Counts(units, at + 1, 1);
        double dot = 0, a = 0, b = 0;
        foreach (var (term, count) in before)
        {
            dot += count * (double)behind.GetValueOrDefault(term);
            a += (double)count * count;
        }

        foreach (var count in behind.Values)
            b += (double)count * count;
        return a * b == 0 ? 0 : dot / Math.Sqrt(a * b);
    }

    private static Dictionary<string, int> Counts(IReadOnlyList<Unit> units, int from, int step)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = 0;
        for (var k = from; k >= 0 && k < units.Count && words < Block; k += step)
        {
            words += units[k].Words;
            foreach (var term in units[k].Content)
                counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }
}
