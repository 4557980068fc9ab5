using CollabSummaries.Summarization.Checking;

namespace CollabSummaries.Evaluation.Scoring;

/// <summary>How often the first, and one of the first three, passages linked to a human sentence is one it rests on.</summary>
internal sealed record LinkScore(int Sentences, double First, double FirstThree)
{
    /// <summary>By kind of item: "section", "whole".</summary>
    /// <param name="links">Segments for each sentence of an item, best first.</param>
    public static SortedDictionary<string, LinkScore> Of(IReadOnlyList<Item> items, IReadOnlyList<EvidenceRow> evidence, Func<Item, IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<int>>> links)
    {
        var hits = new List<(string Unit, bool First, bool Three)>();
        foreach (var row in evidence)
        {
            var item = items.First(i => i.Id == row.Id);
            var linked = links(item, [.. row.Evidence.Select(e => e.SummarySentence)]);
            foreach (var (sentence, found) in row.Evidence.Zip(linked))
            {
                var central = sentence.Evidence.Where(e => e.Type == "CES").Select(e => e.Segment).ToHashSet();
                if (central.Count > 0)
                    hits.Add((item.Unit == "whole" ? "whole" : "section", found.Take(1).Any(central.Contains), found.Take(3).Any(central.Contains)));
            }
        }

        return new(hits.GroupBy(h => h.Unit).ToDictionary(g => g.Key, g => new LinkScore(g.Count(), g.Average(h => h.First ? 1.0 : 0), g.Average(h => h.Three ? 1.0 : 0))), StringComparer.Ordinal);
    }

    /// <summary>The product's own linking.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Own(Item item, IReadOnlyList<string> sentences)
    {
        var index = new EvidenceIndex(item.Turns);
        return [.. sentences.Select(s => index.Link(s).Select(p => p.Segment).ToList())];
    }
}
