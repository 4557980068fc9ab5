using CollabSummaries.Evaluation.Scoring;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;

namespace CollabSummaries.Evaluation.Fitting;

/// <summary>A talk read once, so that thousands of weights can be tried on it.</summary>
internal sealed class FitTalk(Item item, int bullets)
{
    private readonly Groundwork _work = Groundwork.Of(item.Turns, [], bullets);
    private readonly Dictionary<string, Rouge> _scored = new(StringComparer.Ordinal);

    public Item Item => item;

    /// <summary>ROUGE of the quotes these weights choose.</summary>
    public Rouge Score(RankingWeights weights)
    {
        var chosen = UnitChoice.Choose(_work, weights);
        var key = string.Join(' ', chosen);
        if (!_scored.TryGetValue(key, out var score))
            _scored[key] = score = Rouge.Of(string.Join('\n', chosen.Select(i => Quote.Of(_work.Units[i]))), item.ReferenceSummaries);
        return score;
    }

    public SummaryPlan Plan(RankingWeights weights) => SummaryPlan.Of(_work, weights);
}
