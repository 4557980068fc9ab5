using CollabSummaries.Summarization.Checking;

namespace CollabSummaries.Evaluation.Scoring;

/// <summary>What a gate does with bullets that were read: how many of each label it lets pass. Confidence of the model is not in the data, so it is left out.</summary>
internal sealed record GateScore(string Label, int Bullets, int Passed)
{
    public static List<GateScore> Of(IEnumerable<LabelledBullet> bullets) =>
        [.. bullets.GroupBy(b => b.Label).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GateScore(g.Key, g.Count(), g.Count(b => Reason(b) is null)))];

    public static string? Reason(LabelledBullet bullet) => Gate.Refuse(bullet.Bullet, Saying.Parse(bullet.Passage), bullet.MeanLogProbability);
}
