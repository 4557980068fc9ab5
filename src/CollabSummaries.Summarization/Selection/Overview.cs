namespace CollabSummaries.Summarization.Selection;

/// <summary>The few bullets that stand for the whole talk, chosen among those of its sections: choosing adds no errors.</summary>
internal static class Overview
{
    public const string Title = "In short";
    public const int LeastSections = 3;
    private const int Least = 3, Most = 5;

    /// <param name="chosen">Units that become bullets of sections.</param>
    /// <returns>One from each of equal stretches of the talk; none where that would be most of the summary again.</returns>
    public static List<int> Of(Groundwork work, IReadOnlyList<int> chosen, RankingWeights weights)
    {
        var count = Math.Clamp(work.Sections.Count / 2, Least, Most);
        return chosen.Count < 2 * count ? [] : UnitChoice.Choose(work, weights, [.. chosen], Groundwork.Even(work.Units, work.Words, count, 1), count);
    }
}
