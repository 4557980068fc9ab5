namespace CollabSummaries.Transcripts.Tests.Captions;

public sealed class RangeTextTests
{
    [Fact]
    public void Premiere_writes_frames_then_a_name_then_the_words()
    {
        var talk = Reading.Text("00:00:00:00 - 00:00:03:15\nSpeaker 1\nHello there.\n\n00;00;03;15 - 00;00;05;00\nSpeaker 2\nAnd we\nanswer.\n");

        Assert.Equal("ranges", talk.Format);
        Assert.Equal(["0-3600|Speaker 1|Hello there.|1-3", "3600-5000|Speaker 2|And we answer.|5-8"], Reading.Rows(talk));
        Assert.Contains("25 frames a second", Assert.Single(talk.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dash_instead_of_an_arrow_is_read_too()
    {
        var talk = Reading.Text("00:00:05,000 - 00:00:08,000\nHello there\nall\n\n00:00:08,000 – 00:00:09,500\nAnd on\n");

        Assert.Equal(["5000-8000||Hello there all|1-3", "8000-9500||And on|5-6"], Reading.Rows(talk));
    }

    [Fact]
    public void Words_on_the_timing_line_of_an_srt_are_the_cues()
    {
        var talk = Reading.Text("1\n00:00:05,000 --> 00:00:08,000 Hello there\n\n2\n00:00:08,000 --> 00:00:09,000  X1:1 X2:2 Y1:3 Y2:4\nAnd on\n", "srt");

        Assert.Equal(["5000-8000||Hello there|1-2", "8000-9000||And on|4-6"], Reading.Rows(talk));
        Assert.Equal([2, 5], talk.Warnings.Select(w => w.Line));
    }
}
