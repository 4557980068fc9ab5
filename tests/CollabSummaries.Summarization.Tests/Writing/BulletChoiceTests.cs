using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Reading;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;

namespace CollabSummaries.Summarization.Tests.Writing;

public sealed class BulletChoiceTests
{
    private const string Claim = "The party still has not fixed the payroll problems of many small business owners.";

    [Theory]
    [InlineData("Ben", Claim, "Ann: " + Claim)]
    [InlineData("Ben", "Ann said that the party still had not fixed the payroll problems of many small business owners.", "Ann said that the party still had not fixed the payroll problems of many small business owners.")]
    [InlineData("Ann", Claim, Claim)]
    public void Among_several_speakers_a_written_claim_names_who_made_it(string other, string written, string shown)
    {
        var segments = Talks.Of(("Ann", Claim), (other, "Shops in the north of the country sell lamps and chairs of wood in winter."));
        var units = Unit.Of(Stretch.Of(segments, new HashSet<int>()));
        var passage = Passage.Around(units, new Section(null, 0, units.Count - 1), 0);

        var bullet = new BulletChoice(units, segments).Choose(passage, null, [new Draft(0, 0, written, -.1, true, 20)], []);

        Assert.Equal((shown, BulletKind.Written, SupportState.Supported), (bullet.Text, bullet.Kind, bullet.Support.State));
    }
}
