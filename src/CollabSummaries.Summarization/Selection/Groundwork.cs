using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Selection;

/// <summary>A talk read and measured: what a plan chooses from.</summary>
/// <param name="Shares">Where bullets are to come from.</param>
/// <param name="Count">How many bullets at most.</param>
internal sealed record Groundwork(IReadOnlyList<Unit> Units, IReadOnlyList<Section> Sections, IReadOnlyList<Share> Shares, int Words, int Count, Salience Salience, Ranking Ranking)
{
    private const int ShortText = 600;

    public static Groundwork Of(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters, int? bullets)
    {
        var titled = chapters.Where(c => c.FirstSegment >= 0 && c.FirstSegment < segments.Count).OrderBy(c => c.FirstSegment).ToList();
        var units = Unit.Of(Stretch.Of(segments, titled.Select(c => c.FirstSegment).ToHashSet()));
        var words = units.Sum(u => u.Words);
        var count = bullets ?? SummaryLength.For(words);
        var sections = Selection.Sections.Of(units, segment => segments[segment].StartMs, ByUnit(titled, units));
        var salience = new Salience(units);
        return new Groundwork(units, sections, SharesOf(units, sections, words, count), words, count, salience, new Ranking(units, salience));
    }

    private static List<(int, string?)> ByUnit(List<Chapter> chapters, IReadOnlyList<Unit> units)
    {
        var starts = new List<(int, string?)>();
        var unit = 0;
        foreach (var chapter in chapters)
        {
            while (unit < units.Count && units[unit].Segments[0].Segment < chapter.FirstSegment)
                unit++;
            starts.Add((unit, Cleaning.Clean(chapter.Title)));
        }

        return starts;
    }

    /// <summary>Short texts: one bullet from each of equal stretches. Long ones: by the length of sections. More sections than bullets: two from each of equal stretches, so that none is left out.</summary>
    private static List<Share> SharesOf(IReadOnlyList<Unit> units, List<Section> sections, int words, int count)
    {
        if (units.Count == 0)
            return [];
        if (words < ShortText)
            return Even(units, words, count, 1);
        if (sections.Count > count)
            return Even(units, words, (count + 1) / 2, 2);
        var sizes = sections.Select(s => units.Skip(s.First).Take(s.Last - s.First + 1).Sum(u => u.Words)).ToList();
        var quotas = SummaryLength.Apportion(sizes, count);
        return [.. sections.Select((s, k) => new Share(s.First, s.Last, quotas[k]))];
    }

    /// <summary>Equal stretches by words.</summary>
    public static List<Share> Even(IReadOnlyList<Unit> units, int words, int count, int quota)
    {
        var shares = new List<Share>();
        var (first, said) = (0, 0);
        for (var k = 0; k < units.Count; k++)
        {
            said += units[k].Words;
            if (k == units.Count - 1 || said + (units[k + 1].Words / 2.0) > (double)words * (shares.Count + 1) / count)
            {
                shares.Add(new Share(first, k, quota));
                first = k + 1;
            }
        }

        return shares;
    }
}
