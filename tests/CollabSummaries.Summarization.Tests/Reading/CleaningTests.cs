using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Tests.Reading;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("So um we we were uh we were frustrated.", "So we were frustrated.")]
    [InlineData("that was a good was a good strategy", "that was a good strategy")]
    [InlineData("th the board [Music] is, uh, ready", "the board is, ready")]
    [InlineData("{vocalsound} It's >> fine (laughs) ♪", "It's fine")]
    [InlineData("We should, you know, ship it.", "We should, ship it.")]
    [InlineData("The the plan", "The plan")]
    [InlineData("channel twenty twenty and five five", "channel twenty twenty and five five")]
    [InlineData("No. No. I mean no.", "No. No. I mean no.")]
    [InlineData("[we] agreed at [00:12:03] to go", "[we] agreed at to go")]
    [InlineData("<b>bold</b> <|im_end|> claim\u202E", "bold claim")]
    [InlineData("um, uh.", "")]
    public void Fillers_stutters_and_sounds_go_and_every_other_word_stays(string said, string clean) => Assert.Equal(clean, Cleaning.Clean(said));

    [Fact]
    public void What_is_left_was_said_word_for_word_and_in_order()
    {
        var said = Talks.Meeting.Select(s => s.Text).ToList();

        Assert.All(said, text =>
        {
            var (before, after) = (Term.Split(text, stem: false), Term.Split(Cleaning.Clean(text), stem: false));
            Assert.Equal(after.Count, Overlap.InOrder(after, before));
        });
    }
}
