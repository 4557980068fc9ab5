using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>
/// How often a walk from sentence to sentence, along the words they share, comes by (after Mihalcea and Tarau). Two units are as near as the words they share over the
/// square root of the logarithms of their lengths; so the walk needs no table of pairs, and a step costs as much as the talk has words.
/// </summary>
internal static class TextRank
{
    private const double Damping = .85;
    private const int Steps = 12;

    /// <summary>Ranks from 0 (passed least) to 1 (most).</summary>
    public static double[] Of(IReadOnlyList<Unit> units)
    {
        var count = units.Count;
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new int[count][];
        var scale = new double[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = [.. units[i].Content.Distinct().Select(t => terms.TryGetValue(t, out var id) ? id : terms[t] = terms.Count)];
            scale[i] = 1 / Math.Sqrt(Math.Log(1 + Math.Max(units[i].Terms.Count, 1)));
        }

        var ones = new double[count];
        Array.Fill(ones, 1);
        var degree = Near(ones);
        var passed = new double[count];
        Array.Fill(passed, 1);
        for (var step = 0; step < Steps; step++)
        {
            var share = new double[count];
            for (var i = 0; i < count; i++)
                share[i] = degree[i] > 1e-9 ? passed[i] / degree[i] : 0;
            var came = Near(share);
            for (var i = 0; i < count; i++)
                passed[i] = 1 - Damping + (Damping * came[i]);
        }

        var ranks = new double[count];
        var order = Enumerable.Range(0, count).OrderBy(i => passed[i]).ToList();
        for (var k = 0; k < count; k++)
            ranks[order[k]] = count == 1 ? 1 : k / (count - 1.0);
        return ranks;

        // What flows to each unit from all others, by the words they share.
        double[] Near(double[] from)
        {
            var held = new double[terms.Count];
            for (var i = 0; i < count; i++)
            {
                foreach (var id in ids[i])
                    held[id] += from[i] * scale[i];
            }

            var to = new double[count];
            for (var i = 0; i < count; i++)
            {
                foreach (var id in ids[i])
                    to[i] += (held[id] - (from[i] * scale[i])) * scale[i];
            }

            return to;
        }
    }
}
