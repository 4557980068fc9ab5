namespace CollabSummaries.Summarization.Reading;

/// <summary>How much two lists of terms have in common.</summary>
internal static class Overlap
{
    /// <summary>Length of the longest list that is part of both in order (not necessarily side by side).</summary>
    public static int InOrder(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        Span<int> row = b.Count < 512 ? stackalloc int[b.Count + 1] : new int[b.Count + 1];
        row.Clear();
        foreach (var term in a)
        {
            var diagonal = 0;
            for (var j = 1; j < row.Length; j++)
            {
                var above = row[j];
                row[j] = string.Equals(term, b[j - 1], StringComparison.Ordinal) ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[^1];
    }

    /// <summary>ROUGE-L F1 of two lists, 0 to 1.</summary>
    public static double RougeL(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * InOrder(a, b) / (a.Count + b.Count);

    /// <summary>Share of the distinct terms of a claim that a set has; 0 for an empty claim.</summary>
    public static double Share(IEnumerable<string> claim, IReadOnlySet<string> said)
    {
        var terms = claim.ToHashSet(StringComparer.Ordinal);
        return terms.Count == 0 ? 0 : (double)terms.Count(said.Contains) / terms.Count;
    }
}
