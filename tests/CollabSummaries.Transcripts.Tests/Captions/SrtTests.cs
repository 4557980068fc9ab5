namespace CollabSummaries.Transcripts.Tests.Captions;

public sealed class SrtTests
{
    [Fact]
    public void Cues_become_segments_with_times_and_lines()
    {
        var talk = Reading.Text("1\r\n00:00:01,000 --> 00:00:04,005\r\nHello\r\n<i>all of you</i>\r\n\r\n2\r\n100:00:05,500 --> 100:00:06,000\r\n{\\an8}Second &amp; last\r\n");

        Assert.Equal("srt", talk.Format);
        Assert.Equal(["1000-4005||Hello all of you|1-4", "360005500-360006000||Second & last|6-8"], Reading.Rows(talk));
        Assert.Empty(talk.Warnings);
    }

    [Theory]
    [InlineData("00:00:01.000 --> 00:00:02.000", 1000, 2000)]
    [InlineData("00:00:01,5 --> 00:00:02,25", 1500, 2250)]
    [InlineData("00:00:01 --> 00:00:02", 1000, 2000)]
    [InlineData("0:01,000 --> 0:02,000", 1000, 2000)]
    [InlineData("00:10.000--> 00:11.900:", 10000, 11900)]
    [InlineData("00:00:01,000-->00:00:02,000", 1000, 2000)]
    [InlineData("00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:10 Y2:20", 1000, 2000)]
    public void Odd_times_are_read_with_a_warning_and_refused_in_strict_mode(string times, long start, long end)
    {
        var file = $"1\n{times}\nHello\n";

        var segment = Assert.Single(Reading.Text(file, "srt").Segments);
        var refusal = times == "00:00:01,000-->00:00:02,000" ? null : Reading.Refusal(file, "srt", strict: true);

        Assert.Equal((start, end), (segment.StartMs, segment.EndMs));
        Assert.Equal(refusal is null ? null : 2, refusal?.Line);
    }

    [Fact]
    public void Blank_lines_may_stand_inside_text_and_be_missing_between_cues()
    {
        var talk = Reading.Text("1\n00:00:01,000 --> 00:00:02,000\nfirst\n\nstill first\n2\n00:00:03,000 --> 00:00:04,000\nsecond\n3\n00:00:05,000 --> 00:00:06,000\n42\n\n");

        Assert.Equal(["1000-2000||first still first|1-5", "3000-4000||second|6-8", "5000-6000||42|9-11"], Reading.Rows(talk));
    }

    [Fact]
    public void Missing_index_text_and_times_are_each_named_with_their_line()
    {
        var talk = Reading.Text("00:00:01,000 --> 00:00:02,000\nno index\n\n2\n00:00:03,000 --> 00:00:04,000\n\n3\nno times here\n\n4\n00:00:07,000 --> 00:00:06,000\nbackwards\n");

        Assert.Equal(["1000-2000||no index|1-2", "-||no times here|7-8", "7000-||backwards|10-12"], Reading.Rows(talk));
        Assert.Contains("1: the cue has no index number", Reading.Warnings(talk));
        Assert.Contains("5: the cue has no text and was left out", Reading.Warnings(talk));
        Assert.Contains("7: the cue has no timing line; it is kept without times", Reading.Warnings(talk));
        Assert.Contains("10: the cue ends before it starts; its end is left open", Reading.Warnings(talk));
    }

    [Fact]
    public void Repeated_names_before_colons_are_speakers()
    {
        var talk = Reading.Text("1\n00:00:01,000 --> 00:00:02,000\nSarah: Hello.\n\n2\n00:00:03,000 --> 00:00:04,000\nunlabeled\n\n3\n00:00:05,000 --> 00:00:06,000\nSarah: Note: this.\n");

        Assert.Equal(["1000-2000|Sarah|Hello.|1-3", "3000-4000||unlabeled|5-7", "5000-6000|Sarah|Note: this.|9-11"], Reading.Rows(talk));
    }

    [Fact]
    public void A_file_without_one_timing_line_is_refused_by_name()
    {
        var refusal = Reading.Refusal("Only words.\n", "srt");

        Assert.Equal(1, refusal.Line);
        Assert.Equal("text", refusal.NearestFormat);
        Assert.Contains("00:00:01,000 --> 00:00:04,000", refusal.Message, StringComparison.Ordinal);
    }
}
