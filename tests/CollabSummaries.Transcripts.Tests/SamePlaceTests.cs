namespace CollabSummaries.Transcripts.Tests;

public sealed class SamePlaceTests
{
    private const string File = "1\n00:00:01,000 --> 00:00:02,000\nJane: no no no, said\nthe whole room\n\n2\n00:00:03,000 --> 00:00:04,000\nJane: no no no again\n";

    [Fact]
    public void Every_word_of_one_parse_is_found_again_in_another()
    {
        var captions = Reading.Text(File, "srt");
        var prose = Reading.Text(File, "text");

        for (var i = 0; i < captions.Segments.Count; i++)
        {
            var text = captions.Segments[i].Text;
            var range = Assert.Single(SamePlace.Find(captions, prose, new SegmentRange(i, 3, text.Length)));
            Assert.Equal(text[3..], prose.Segments[range.Segment].Text[range.Start..range.End]);
            Assert.Equal([new SegmentRange(i, 3, text.Length)], SamePlace.Find(prose, captions, range));
        }
    }

    [Fact]
    public void Equal_words_on_the_same_lines_are_told_apart_by_their_order()
    {
        var talk = Reading.Text("so no and no and no\n");

        Assert.Equal([new SegmentRange(0, 10, 12)], SamePlace.Find(talk, talk, new SegmentRange(0, 10, 12)));
        Assert.Equal([new SegmentRange(0, 17, 19)], SamePlace.Find(talk, talk, new SegmentRange(0, 17, 19)));
    }

    [Fact]
    public void Words_cut_into_several_segments_are_several_ranges_and_missing_ones_are_none()
    {
        var whole = Reading.Text("a: one two\nthree four five.\n");
        var cut = whole with { Segments = [whole.Segments[0] with { Text = "a: one" }, whole.Segments[0] with { Text = "two three" }, whole.Segments[0] with { Text = "four five." }] };
        var other = whole with { Segments = [whole.Segments[0] with { Text = "something else" }] };

        Assert.Equal([new SegmentRange(1, 4, 9), new SegmentRange(2, 0, 4)], SamePlace.Find(whole, cut, new SegmentRange(0, 11, 21)));
        Assert.Empty(SamePlace.Find(whole, other, new SegmentRange(0, 11, 21)));
    }
}
