namespace CollabSummaries.Transcripts.Tests.Vtt;

/// <summary>What files of real tools do with the freedoms of WebVTT.</summary>
public sealed class VttPitfallTests
{
    [Theory]
    [InlineData("WEBVTT - made by a tool\n\n", "what stands behind 'WEBVTT'")]
    [InlineData("WEBVTT\tmade by a tool\n\n", "what stands behind 'WEBVTT'")]
    [InlineData("\uFEFFWEBVTT\n\n", "")]
    [InlineData("WEBVTTx\n\n", "the first line is not 'WEBVTT'")]
    [InlineData("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n", "the timestamp map of a stream was not applied")]
    [InlineData("WEBVTT\n\nSTYLE\n::cue(v[voice=\"-->\"]) { color: red }\n\nNOTE a --> b\n\nREGION\nid:r1\n\n", "comments, styles and regions")]
    public void Whatever_stands_before_the_cues_is_no_speech(string head, string warning)
    {
        var talk = Reading.Text(head + "00:01.000 --> 00:02.000\nHello\n", "vtt");

        Assert.Equal("Hello", Assert.Single(talk.Segments).Text);
        Assert.Equal(warning.Length == 0, talk.Warnings.Count == 0);
        Assert.All(talk.Warnings, w => Assert.StartsWith(warning, w.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("00:01.000 --> 00:00:02.000", 1000, 2000)]
    [InlineData("00:01.000 --> 00:02.000 line:0 position:20% size:60% align:start", 1000, 2000)]
    [InlineData("\t00:01.000\t-->\t00:02.000", 1000, 2000)]
    [InlineData("26:00:01.000 --> 126:00:02.000", 93601000, 453602000)]
    public void Hours_are_optional_a_side_and_may_pass_a_day(string times, long start, long end)
    {
        var segment = Assert.Single(Reading.Text($"WEBVTT\n\n{times}\nHello\n").Segments);

        Assert.Equal((start, end), (segment.StartMs, segment.EndMs));
    }

    [Fact]
    public void Ids_that_look_like_text_are_ids_and_arrows_inside_words_are_words()
    {
        var talk = Reading.Text("WEBVTT\n\nThis looks like text\n00:01.000 --> 00:02.000\nfirst & second &nbsp;third a --> b\n\n00:03.000 --> 00:04.000\nHello\n", "vtt");

        Assert.Equal(["1000-2000||first & second \u00A0third a --> b|3-5", "3000-4000||Hello|7-8"], Reading.Rows(talk));
    }

    [Fact]
    public void Rows_of_spaces_inside_cues_do_not_end_them()
    {
        var talk = Reading.Text("WEBVTT\n\n1\n00:01.000 --> 00:02.000\n \nHello\n \nyou\n\n2\n00:02.000 --> 00:03.000\nBye\n");

        Assert.Equal(["1000-2000||Hello you|3-8", "2000-3000||Bye|10-12"], Reading.Rows(talk));
    }

    [Fact]
    public void Ruby_languages_and_times_inside_words_are_markup()
    {
        var talk = Reading.Text("WEBVTT\n\n00:01.000 --> 00:03.000\n<lang ja><ruby>漢<rt>kan</rt></ruby></lang> <00:01.500>and <u.x>so</u> <i>on</i>\n");

        Assert.Equal("漢 kan and so on", Assert.Single(talk.Segments).Text);
    }
}
