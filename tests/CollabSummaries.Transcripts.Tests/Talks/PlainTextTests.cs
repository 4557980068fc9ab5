namespace CollabSummaries.Transcripts.Tests.Talks;

public sealed class PlainTextTests
{
    [Fact]
    public void Hard_wrapped_paragraphs_are_joined_and_keep_their_lines()
    {
        var talk = Reading.Text("the first words of a talk that goes on\nover a second line and ends\nright here.\n\nAnother paragraph\r\nof two lines.\n");

        Assert.Equal("text", talk.Format);
        Assert.Equal(["-||the first words of a talk that goes on over a second line and ends right here.|1-3", "-||Another paragraph of two lines.|5-6"], Reading.Rows(talk));
    }

    [Fact]
    public void A_caption_dump_without_punctuation_is_cut_at_line_ends_and_never_inside_a_word()
    {
        var lines = Enumerable.Range(0, 200).Select(n => $"we went on with number {n} of many").ToArray();

        var talk = Reading.Text(string.Join('\n', lines));

        Assert.Equal(string.Join(' ', lines), string.Join(' ', talk.Segments.Select(s => s.Text)));
        Assert.All(talk.Segments, s => Assert.InRange(s.Text.Split(' ').Length, 60, 160));
        Assert.All(talk.Segments, s => Assert.Equal(string.Join(' ', lines[(s.FirstLine - 1)..s.LastLine]), s.Text));
    }

    [Fact]
    public void A_paragraph_a_line_stays_a_block_a_line()
    {
        var first = string.Join(' ', Enumerable.Repeat("This line is long and was never wrapped by anyone.", 5));
        var second = string.Join(' ', Enumerable.Repeat("Nor was this one, which follows without a blank line.", 5));

        var talk = Reading.Text(first + "\n" + second + "\n");

        Assert.Equal([$"-||{first}|1-1", $"-||{second}|2-2"], Reading.Rows(talk));
    }

    [Fact]
    public void Numbers_with_points_and_commas_are_no_times()
    {
        var talk = Reading.Text("we fired 10,000 rounds over\n103.06 meters at\n10:30 we met again and\nthe score was 3:2 then\n");

        var segment = Assert.Single(talk.Segments);

        Assert.Null(segment.StartMs);
        Assert.Equal("we fired 10,000 rounds over 103.06 meters at 10:30 we met again and the score was 3:2 then", segment.Text);
    }

    [Fact]
    public void Names_that_come_back_are_speakers_and_words_before_a_colon_are_not()
    {
        var talk = Reading.Text("Jane Doe: I say this: it works.\nMax: Does it?\nJane Doe: It does.\nMax: Remember one thing: test it.\n");

        Assert.Equal(["Jane Doe", "Max"], talk.Speakers);
        Assert.Equal(["-|Jane Doe|I say this: it works.|1-1", "-|Max|Does it?|2-2", "-|Jane Doe|It does.|3-3", "-|Max|Remember one thing: test it.|4-4"], Reading.Rows(talk));
    }

    [Fact]
    public void One_word_before_a_colon_is_no_speaker()
    {
        var talk = Reading.Text("We begin here.\n\nRemember: this is only a word before a colon.\n\nAnd we end here.\n");

        Assert.Empty(talk.Speakers);
        Assert.Equal("Remember: this is only a word before a colon.", talk.Segments[1].Text);
    }

    [Theory]
    [InlineData("[00:00:05] Hello there.\n[00:01:00] And on.\n", null)]
    [InlineData("[00:00:05] Jane: Hello there.\n[00:01:00] Jane: And on.\n", "Jane")]
    [InlineData("Jane: 00:00:05\n\nHello there.\n\nJane: 00:01:00\n\nAnd on.\n", "Jane")]
    [InlineData("Jane [00:00:05]\nHello there.\n\nJane [00:01:00]\nAnd on.\n", "Jane")]
    public void Times_before_the_words_are_the_starts_of_their_blocks(string text, string? speaker)
    {
        var talk = Reading.Text(text);

        Assert.Equal([(5_000L, "Hello there."), (60_000L, "And on.")], talk.Segments.Select(s => (s.StartMs ?? -1, s.Text)));
        Assert.All(talk.Segments, s => Assert.Equal(speaker, s.Speaker));
        Assert.All(talk.Segments, s => Assert.Null(s.EndMs));
    }
}
