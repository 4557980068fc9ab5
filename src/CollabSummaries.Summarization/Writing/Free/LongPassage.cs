using CollabSummaries.Summarization.Reading;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>Passages of 60 to 120 words, which a larger model can judge as a whole. They never leave their section.</summary>
internal static class LongPassage
{
    private const int Enough = 60, Most = 120;

    /// <summary>The unit with its neighbors.</summary>
    public static Passage Around(IReadOnlyList<Unit> units, Section section, int unit) => Passage.Around(units, section, unit, Enough, Most, _ => true);

    /// <summary>The whole section, passage after passage; a last one that is too short joins the one before.</summary>
    public static List<Passage> Tile(IReadOnlyList<Unit> units, Section section)
    {
        var ranges = new List<(int First, int Last)>();
        for (var from = section.First; from <= section.Last;)
        {
            var (to, words) = (from, units[from].Words);
            while (to < section.Last && words < Enough && words + units[to + 1].Words <= Most)
                words += units[++to].Words;
            if (ranges.Count > 0 && words < Enough / 3)
                ranges[^1] = (ranges[^1].First, to);
            else
                ranges.Add((from, to));
            from = to + 1;
        }

        return [.. ranges.Select(r => new Passage(r.First, r.First, r.Last, Passage.Lines(units, r.First, r.Last)))];
    }
}
