using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>The sentences of a passage that carry a freely written one: at most three places, best first, as exact characters of the transcript.</summary>
internal static class SpokenEvidence
{
    private const int MostPlaces = 3, MostUnits = 5;

    public static IReadOnlyList<Evidence> Of(string text, Passage passage, IReadOnlyList<Unit> units, IReadOnlyList<Segment> segments)
    {
        var missing = Term.ContentOf(text).ToHashSet(StringComparer.Ordinal);
        var taken = new List<(int Unit, int Found)>();
        while (missing.Count > 0 && taken.Count < MostUnits)
        {
            var best = Enumerable.Range(passage.First, passage.Last - passage.First + 1).Where(k => taken.TrueForAll(t => t.Unit != k))
                .Select(k => (Unit: k, Found: units[k].Content.Distinct().Count(missing.Contains))).OrderByDescending(x => x.Found).ThenBy(x => x.Unit).FirstOrDefault();
            // One word more is a coincidence, unless there is nothing else.
            if (best.Found == 0 || (taken.Count > 0 && best.Found < 2))
                break;
            taken.Add(best);
            missing.ExceptWith(units[best.Unit].Content);
        }

        // In another language no word is shared: the whole passage is what it was written from.
        var places = taken.Count == 0 ? [(passage.First, passage.Last, 0)] : Places(taken);
        return [.. places.Take(MostPlaces).SelectMany((place, number) => Pieces(units, place.Item1, place.Item2, number, segments))];
    }

    /// <summary>Units side by side are one place.</summary>
    private static List<(int First, int Last, int Found)> Places(List<(int Unit, int Found)> taken)
    {
        var places = new List<(int First, int Last, int Found)>();
        foreach (var (unit, found) in taken.OrderBy(t => t.Unit))
        {
            if (places.Count > 0 && places[^1].Last == unit - 1)
                places[^1] = (places[^1].First, unit, places[^1].Found + found);
            else
                places.Add((unit, unit, found));
        }

        return [.. places.OrderByDescending(p => p.Found).ThenBy(p => p.First)];
    }

    private static IEnumerable<Evidence> Pieces(IReadOnlyList<Unit> units, int first, int last, int number, IReadOnlyList<Segment> segments) =>
        Enumerable.Range(first, last - first + 1).SelectMany(k => units[k].Segments).GroupBy(s => s.Segment)
            .Select(g => (Segment: g.Key, Start: g.Min(s => s.Start), End: g.Max(s => s.End)))
            .Select(p => new Evidence(number, p.Segment, p.Start, p.End, segments[p.Segment].Text[p.Start..p.End]));
}
