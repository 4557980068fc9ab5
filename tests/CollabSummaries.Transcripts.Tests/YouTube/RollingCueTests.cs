namespace CollabSummaries.Transcripts.Tests.YouTube;

public sealed class RollingCueTests
{
    private const string Automatic =
        "WEBVTT\nKind: captions\nLanguage: en\n\n" +
        "00:00:00.400 --> 00:00:02.470 align:start position:0%\n \nSo,<00:00:00.719><c> you're</c><00:00:01.000><c> here</c>\n\n" +
        "00:00:02.470 --> 00:00:02.480 align:start position:0%\nSo, you're here\n \n\n" +
        "00:00:02.480 --> 00:00:04.630 align:start position:0%\nSo, you're here\nno<00:00:02.800><c> no</c><00:00:03.000><c> no</c>\n\n" +
        "00:00:04.630 --> 00:00:04.640 align:start position:0%\nno no no\n \n\n" +
        "00:00:04.640 --> 00:00:06.000 align:start position:0%\nno no no\nno<00:00:04.900><c> no</c><00:00:05.100><c> no</c>\n\n" +
        "00:00:06.000 --> 00:00:06.010 align:start position:0%\nno no no\n \n\n" +
        "00:00:06.010 --> 00:00:08.000 align:start position:0%\nno no no\n[Music]\n\n" +
        "00:00:08.000 --> 00:00:08.010 align:start position:0%\n[Music]\n \n\n" +
        "00:00:08.010 --> 00:00:10.000 align:start position:0%\n[Music]\n&gt;&gt; So,<00:00:08.500><c> you're</c><00:00:09.000><c> here</c>\n";

    [Fact]
    public void Each_line_stands_once_and_what_is_said_again_stays()
    {
        var talk = Reading.Text(Automatic);

        Assert.Equal(
        [
            "400-2470||So, you're here|5-7",
            "2480-4630||no no no|13-15",
            "4640-6000||no no no|21-23",
            "6010-8000||[Music]|29-31",
            "8010-10000||>> So, you're here|37-39",
        ], Reading.Rows(talk));
        Assert.Equal("en", talk.Language);
    }

    [Fact]
    public void What_was_left_out_is_counted_in_a_warning()
    {
        var talk = Reading.Text(Automatic);

        Assert.Equal(["5: rolling captions: 8 lines that the cue before already showed were left out (9 cues → 5)"], Reading.Warnings(talk));
    }

    [Fact]
    public void Colored_words_inside_each_other_keep_their_text()
    {
        var talk = Reading.Text(
            "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n \nthis<00:00:01.199><c> will</c><c.colorE5E5E5><00:00:01.379><c> happen</c></c><c.colorCCCCCC><00:00:01.620><c> is</c></c>\n\n" +
            "00:00:03.000 --> 00:00:03.010\nthis will<c.colorE5E5E5> happen</c><c.colorCCCCCC> is\n </c>\n\n" +
            "00:00:03.010 --> 00:00:05.000\nthis will<c.colorE5E5E5> happen</c><c.colorCCCCCC> is</c>\nand<00:00:03.500><c> on</c>\n");

        Assert.Equal(["1000-3000||this will happen is|3-5", "3010-5000||and on|11-13"], Reading.Rows(talk));
    }

    [Fact]
    public void The_same_cues_turned_into_srt_without_word_tags_give_the_same_words()
    {
        var talk = Reading.Text(
            "1\n00:00:00,400 --> 00:00:02,470\nso you're here\n\n2\n00:00:02,470 --> 00:00:02,480\nso you're here\n \n\n" +
            "3\n00:00:02,480 --> 00:00:04,630\nso you're here\nno no no\n\n4\n00:00:04,630 --> 00:00:04,640\nno no no\n \n\n" +
            "5\n00:00:04,640 --> 00:00:06,000\nno no no\nno no no\n\n6\n00:00:06,000 --> 00:00:06,010\nno no no\n \n\n7\n00:00:06,010 --> 00:00:08,000\nno no no\nthe end\n");

        Assert.Equal("srt", talk.Format);
        Assert.Equal(["so you're here", "no no no", "no no no", "the end"], talk.Segments.Select(s => s.Text));
        Assert.Equal([400L, 2480, 4640, 6010], talk.Segments.Select(s => s.StartMs ?? -1));
    }

    [Fact]
    public void A_chorus_in_captions_that_do_not_roll_is_kept_whole()
    {
        var talk = Reading.Text("WEBVTT\n\n00:01.000 --> 00:02.000\nno no no\n\n00:02.000 --> 00:03.000\nno no no\n\n00:03.000 --> 00:03.200\nno no no\n\n00:04.000 --> 00:05.000\nyes\nno\n");

        Assert.Equal(["no no no", "no no no", "no no no", "yes no"], talk.Segments.Select(s => s.Text));
        Assert.Empty(talk.Warnings);
    }
}
