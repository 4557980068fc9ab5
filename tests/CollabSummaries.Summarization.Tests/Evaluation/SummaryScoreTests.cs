using System.Text.Json;
using CollabSummaries.Evaluation;
using CollabSummaries.Evaluation.Scoring;

namespace CollabSummaries.Summarization.Tests.Evaluation;

public sealed class SummaryScoreTests
{
    private static readonly List<Item> s_items = Lines.Read<Item>(Lines.Fixture("dev.jsonl"));

    [Fact]
    public void Every_measure_is_that_of_the_independent_scorer_to_a_millionth()
    {
        var rows = File.ReadLines(Lines.Fixture("scored.jsonl")).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();

        foreach (var row in rows)
        {
            var summary = SystemRow.Of(row);
            var score = SummaryScore.Of(summary.Bullets, s_items.First(i => i.Id == summary.Id));
            foreach (var (name, value) in SummaryScore.Columns)
                Near(row.GetProperty("expected").GetProperty(name), name[0] == 'R' ? value(score) / 100 : value(score), $"{name} of {summary.Id}");
        }

        Assert.Equal(66, rows.Count);
    }

    [Fact]
    public void An_empty_summary_scores_nothing_and_claims_nothing()
    {
        var score = SummaryScore.Of([], s_items[0]);

        Assert.Equal((0, 0, 0), (score.Rouge.R1, score.Rouge.RL, score.Words));
        Assert.Null(score.Numbers);
        Assert.Null(score.Support);
    }

    [Fact]
    public void A_summary_that_is_the_reference_scores_one()
    {
        var reference = s_items[5].ReferenceSummaries[0];

        var rouge = Rouge.Of(reference, s_items[5].ReferenceSummaries);

        Assert.Equal(new Rouge(1, 1, 1), rouge);
    }

    [Fact]
    public void Two_systems_that_score_the_same_are_told_apart_by_chance_only()
    {
        double[] scores = [.1, .4, .2, .9];

        Assert.Equal(new Bootstrap(0, 0, 0, 1), Bootstrap.Of(scores, scores));
        Assert.InRange(Bootstrap.Of([.. scores.Select(s => s + .1)], scores).Low, .0999, .1001);
        Assert.InRange(Bootstrap.Of([.9, .1, .5, .5], [.1, .9, .5, .5]).NotBetter, .3, .8);
    }

    private static void Near(JsonElement expected, double? actual, string what)
    {
        Assert.Equal(expected.ValueKind == JsonValueKind.Null, actual is null);
        if (actual is { } number)
            Assert.True(Math.Abs(expected.GetDouble() - number) < 1e-6, $"{what}: {number} instead of {expected.GetDouble()}");
    }
}
