using CollabSummaries.Evaluation;
using CollabSummaries.Evaluation.Scoring;

namespace CollabSummaries.Summarization.Tests.Evaluation;

/// <summary>What is promised of gate and links on what people read and marked. The full tables are printed by CollabSummaries.Evaluation.</summary>
public sealed class GateScoreTests
{
    [Fact]
    public void Of_the_bullets_that_were_read_none_that_misstates_its_passage_passes_and_a_good_part_of_the_right_ones_does()
    {
        var scores = GateScore.Of(Lines.Read<LabelledBullet>(Lines.Fixture("faithfulness.jsonl"))).ToDictionary(s => s.Label);

        Assert.Equal((166, 93, 78), (scores["wrong"].Bullets, scores["minor"].Bullets, scores["ok"].Bullets));
        Assert.Equal(0, scores["wrong"].Passed);
        Assert.InRange(scores["minor"].Passed, 0, 4);
        Assert.InRange(scores["ok"].Passed, 19, 78);
    }

    [Fact]
    public void Links_find_what_people_found()
    {
        var links = LinkScore.Of(Lines.Read<Item>(Lines.Fixture("dev.jsonl")), Lines.Read<EvidenceRow>(Lines.Fixture("dev_evidence.jsonl")), LinkScore.Own);

        Assert.True(links["section"].First >= .80, $"{links["section"]}");
        Assert.True(links["whole"].First >= .50, $"{links["whole"]}");
    }
}
