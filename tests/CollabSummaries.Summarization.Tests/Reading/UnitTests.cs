using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Tests.Reading;

public sealed class UnitTests
{
    private static readonly IReadOnlySet<int> s_none = new HashSet<int>();

    [Fact]
    public void A_sentence_over_three_segments_maps_to_exact_pieces_of_each()
    {
        var segments = Talks.Of((null, "It began. The lab  "), (null, " reached out to "), (null, "a card. Then it worked."));

        var sentence = Unit.Of(Stretch.Of(segments, s_none))[1];

        Assert.Equal("The lab reached out to a card.", sentence.Text);
        Assert.Equal(["The lab", "reached out to", "a card."], sentence.Segments.Select(p => segments[p.Segment].Text[p.Start..p.End]));
    }

    [Fact]
    public void A_sentence_never_runs_over_a_change_of_speaker_a_chapter_or_a_long_silence()
    {
        Segment[] segments = [.. Talks.Of(("A", "one two"), ("B", "three four"), ("B", "five six")), new Segment("s3", 1_000, 2_000, "B", "seven", 4, 4), new Segment("s4", 60_000, 61_000, "B", "eight", 5, 5)];

        var units = Unit.Of(Stretch.Of(segments, new HashSet<int> { 2 }));

        Assert.Equal(["one two", "three four", "five six seven", "eight"], units.Select(u => u.Text));
    }

    [Theory]
    [InlineData("omputer vision took a leap. It was new. And then we", "It was new.")]
    [InlineData(". And in fact it began. It was new", "And in fact it began.")]
    [InlineData("It began in 2012. It was new.", "It began in 2012.|It was new.")]
    public void What_the_transcript_was_cropped_in_is_marked(string text, string whole)
    {
        var units = Unit.Of(Stretch.Of(Talks.Of((null, text)), s_none));

        Assert.Equal(whole, string.Join('|', units.Where(u => !u.Cropped).Select(u => u.Text)));
    }
}
