namespace CollabSummaries.Summarization.Selection;

/// <summary>How many bullets a talk gets, and how they are shared out.</summary>
internal static class SummaryLength
{
    private const int ShortText = 600, WordsPerBullet = 375, Short = 4, Most = 40;

    /// <summary>Four under 600 words and for a while after, then one for every 375 words, forty at most.</summary>
    public static int For(int words) => words < ShortText ? Short : Math.Clamp(words / WordsPerBullet, Short, Most);

    /// <summary>Shares a count out by size, at least one each, largest remainders first. There must be as many as sizes.</summary>
    public static int[] Apportion(IReadOnlyList<int> sizes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, sizes.Count);
        var total = Math.Max(sizes.Sum(s => (double)s), 1);
        var spare = count - sizes.Count;
        var exact = sizes.Select(s => spare * s / total).ToArray();
        var shares = exact.Select(e => 1 + (int)e).ToArray();
        foreach (var k in Enumerable.Range(0, sizes.Count).OrderByDescending(k => exact[k] - Math.Floor(exact[k])).Take(count - shares.Sum()))
            shares[k]++;
        return shares;
    }
}
