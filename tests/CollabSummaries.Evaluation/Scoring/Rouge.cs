using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Evaluation.Scoring;

/// <summary>ROUGE (Lin 2004) as F1 from 0 to 1 over stemmed words, as Google's rouge_score counts; of several references the best, measure by measure.</summary>
internal sealed record Rouge(double R1, double R2, double RL)
{
    public static Rouge Of(string summary, IReadOnlyList<string> references)
    {
        var said = Term.Of(summary);
        var scores = references.Select(Term.Of).Select(r => new Rouge(Shared(said, r, 1), Shared(said, r, 2), Overlap.RougeL(said, r))).ToList();
        return new Rouge(scores.Max(s => s.R1), scores.Max(s => s.R2), scores.Max(s => s.RL));
    }

    /// <summary>Runs of `size` words both have, each counted as often as both have it.</summary>
    private static double Shared(List<string> a, List<string> b, int size)
    {
        var left = Runs(b, size).CountBy(r => r).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
        var (shared, inA) = (0, 0);
        foreach (var run in Runs(a, size))
        {
            inA++;
            if (left.GetValueOrDefault(run) is var count && count > 0)
            {
                left[run] = count - 1;
                shared++;
            }
        }

        var total = inA + Math.Max(b.Count - size + 1, 0);
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    private static IEnumerable<string> Runs(List<string> words, int size) =>
        Enumerable.Range(0, Math.Max(words.Count - size + 1, 0)).Select(k => string.Join(' ', words.Skip(k).Take(size)));
}
