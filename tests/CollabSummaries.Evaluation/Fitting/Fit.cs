using System.Globalization;
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
    private const double Grid = .05;
    private readonly IReadOnlyList<FitTalk> _talks;
    private readonly IReadOnlyList<Rouge> _fixedList;
    private readonly List<RankingWeights> _draws = [s_start];
    private readonly List<Rouge[]> _gains = [];

    /// <param name="fixedList">ROUGE of the fixed list, talk by talk.</param>
    public Fit(IReadOnlyList<FitTalk> talks, IReadOnlyList<Rouge> fixedList)
    {
        (_talks, _fixedList) = (talks, fixedList);
        var random = new Random(Seed);
        while (_draws.Count < Draws)
            _draws.Add(Around(random));
        foreach (var draw in _draws)
            _gains.Add(Gains(draw));
    }

    /// <summary>The weights that talks outside a group give: what is measured on the group with them is held out.</summary>
    public RankingWeights Without(Func<Item, bool> heldOut)
    {
        var kinds = Kinds(heldOut);
        var best = Enumerable.Range(0, Draws).OrderByDescending(d => Worth(kinds, _gains[d])).Take(Averaged).Select(d => _draws[d]).ToList();
        return new RankingWeights(best.Average(w => w.Centroid), best.Average(w => w.TextRank), best.Average(w => w.Pronouns), best.Average(w => w.Length));
    }

    /// <summary>What ships: round weights within a step of what the folds gave. Of those, the ones that lose least to the fixed list, kind by kind and measure by measure; of these, what is worth most.</summary>
    /// <returns>The weights, and the kinds and measures where they lose.</returns>
    public (RankingWeights Weights, IReadOnlyList<string> Losses) Rounded(IReadOnlyCollection<RankingWeights> folds)
    {
        var kinds = Kinds(_ => false);
        return (from centroid in Steps(folds.Select(w => w.Centroid))
                from rank in Steps(folds.Select(w => w.TextRank))
                from pronouns in Steps(folds.Select(w => w.Pronouns))
                from length in Steps(folds.Select(w => w.Length))
                let weights = new RankingWeights(centroid, rank, pronouns, length)
                let gains = Gains(weights)
                let losses = Losses(kinds, gains).ToList()
                orderby losses.Sum(l => l.Lost), Worth(kinds, gains) descending
                select (weights, (IReadOnlyList<string>)[.. losses.Select(l => l.What)])).First();
    }

    private Rouge[] Gains(RankingWeights weights) => [.. _talks.Zip(_fixedList, (t, f) => Less(t.Score(weights), f))];

    private List<List<int>> Kinds(Func<Item, bool> heldOut) =>
        [.. Enumerable.Range(0, _talks.Count).Where(k => !heldOut(_talks[k].Item)).GroupBy(k => _talks[k].Item.Kind).Select(g => g.ToList())];

    private static IEnumerable<double> Steps(IEnumerable<double> folds)
    {
        var found = folds.ToList();
        for (var step = (int)Math.Floor(found.Min() / Grid) - 1; step <= (int)Math.Ceiling(found.Max() / Grid) + 1; step++)
            yield return Math.Round(step * Grid, 2);
    }

    private IEnumerable<(double Lost, string What)> Losses(List<List<int>> kinds, Rouge[] gains)
    {
        foreach (var kind in kinds)
        {
            foreach (var (measure, gain) in new[] { ("R1", kind.Average(k => gains[k].R1)), ("R2", kind.Average(k => gains[k].R2)), ("RL", kind.Average(k => gains[k].RL)) })
            {
                if (gain < 0)
                    yield return (-gain, string.Create(CultureInfo.InvariantCulture, $"{_talks[kind[0]].Item.Kind} {measure} {100 * gain:F2}"));
            }
        }
    }

    private static double Worth(List<List<int>> kinds, Rouge[] gains) => kinds.Sum(kind => Math.Sqrt(kind.Count) * Worth(kind, gains));

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
