using CollabSummaries.Evaluation.Scoring;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Evaluation.Fitting;

/// <summary>
/// Fits the weights of the ranking. They are drawn at random around a plain start, and those of the best draws are averaged, which forgives the luck of any one. Best is what gains most over the fixed
/// list (centroid and MMR), kind by kind, where a loss counts three times: a ranking must not pay for one kind with another.
/// </summary>
internal sealed class Fit
{
    public const int Seed = 11;
    private const int Draws = 800, Averaged = 40;

    /// <summary>ROUGE-2 is a third of ROUGE-1 and moves less.</summary>
    private const double OfR2 = 1.5, Loss = 3;
    private static readonly RankingWeights s_start = new(.4, .2, -.3, .1), s_spread = new(.2, .2, .3, .2);
    private readonly IReadOnlyList<FitTalk> _talks;
    private readonly List<RankingWeights> _draws = [s_start];
    private readonly List<Rouge[]> _gains = [];

    /// <param name="fixedList">ROUGE of the fixed list, talk by talk.</param>
    public Fit(IReadOnlyList<FitTalk> talks, IReadOnlyList<Rouge> fixedList)
    {
        _talks = talks;
        var random = new Random(Seed);
        while (_draws.Count < Draws)
            _draws.Add(Around(random));
        foreach (var draw in _draws)
            _gains.Add([.. talks.Zip(fixedList, (t, f) => Less(t.Score(draw), f))]);
    }

    /// <summary>The weights that talks outside a group give: what is measured on the group with them is held out.</summary>
    public RankingWeights Without(Func<Item, bool> heldOut)
    {
        var kinds = Enumerable.Range(0, _talks.Count).Where(k => !heldOut(_talks[k].Item)).GroupBy(k => _talks[k].Item.Kind).Select(g => g.ToList()).ToList();
        var best = Enumerable.Range(0, Draws).OrderByDescending(d => kinds.Sum(kind => Math.Sqrt(kind.Count) * Worth(kind, _gains[d]))).Take(Averaged).Select(d => _draws[d]).ToList();
        return new RankingWeights(best.Average(w => w.Centroid), best.Average(w => w.TextRank), best.Average(w => w.Pronouns), best.Average(w => w.Length));
    }

    private static double Worth(List<int> kind, Rouge[] gains) =>
        Felt(kind.Average(k => gains[k].R1)) + (OfR2 * Felt(kind.Average(k => gains[k].R2))) + Felt(kind.Average(k => gains[k].RL));

    private static double Felt(double gain) => gain < 0 ? Loss * gain : gain;

    private static Rouge Less(Rouge a, Rouge b) => new(a.R1 - b.R1, a.R2 - b.R2, a.RL - b.RL);

    private static RankingWeights Around(Random random) => new(
        Near(random, s_start.Centroid, s_spread.Centroid), Near(random, s_start.TextRank, s_spread.TextRank),
        Near(random, s_start.Pronouns, s_spread.Pronouns), Near(random, s_start.Length, s_spread.Length));

    private static double Near(Random random, double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
