namespace CollabSummaries.Transcripts.Tests.Vtt;

public sealed class LenientVttTests
{
    [Fact]
    public void Voices_name_the_speaker_and_two_voices_make_two_segments()
    {
        var talk = Reading.Text("WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v.loud Jane Doe>Hello <b>you</b></v>\n<v Max>Hi\nthere\n");

        Assert.Equal(["1000-2000|Jane Doe|Hello you|3-5", "1000-2000|Max|Hi there|6-7"], Reading.Rows(talk));
    }

    [Fact]
    public void Times_of_old_teams_exports_are_read_with_one_warning()
    {
        var talk = Reading.Text("WEBVTT\n\n0:0:0.0 --> 0:0:0.570\n<v Jane D>There you go.</v>\n\n0:0:2.5 --> 0:0:10.57\n<v Jane D>Next.</v>\n");

        Assert.Equal(["0-570|Jane D|There you go.|3-4", "2500-10570|Jane D|Next.|6-7"], Reading.Rows(talk));
        Assert.Equal(["3: the times are not written as WebVTT asks (hh:mm:ss.mmm); they were read all the same (the same on 1 further line)"], Reading.Warnings(talk));
    }

    [Fact]
    public void Zoom_names_before_colons_are_speakers_and_go_on_where_a_cue_names_nobody()
    {
        var talk = Reading.Text("WEBVTT\r\n\r\n1\r\n00:03:26.500 --> 00:03:28.000\r\nJane Doe | ACME (she/her): Good day\r\n\r\n2\r\n00:03:28.000 --> 00:03:29.000\r\nand welcome\r\n\r\n3\r\n00:03:29.000 --> 00:03:30.000\r\n10:30 Meeting: was planned\r\n\r\n4\r\n00:03:31.000 --> 00:03:32.000\r\nMax2: Yes: it was\r\n\r\n5\r\n00:03:33.000 --> 00:03:34.000\r\nJane Doe | ACME (she/her): So.\r\n");

        Assert.Equal("206500-208000|Jane Doe | ACME (she/her)|Good day|3-5", Reading.Rows(talk)[0]);
        Assert.Equal("10:30 Meeting: was planned", talk.Segments[2].Text);
        Assert.Equal(["Jane Doe | ACME (she/her)", "Max2"], talk.Speakers);
        Assert.Equal(talk.Segments[0].Speaker, talk.Segments[1].Speaker);
    }

    [Fact]
    public void Words_that_only_look_like_tags_are_kept()
    {
        var talk = Reading.Text("WEBVTT\n\n00:01.000 --> 00:02.000\na < b and x <y and z> w &lt;i&gt; R&D\n");

        Assert.Equal("a < b and x <y and z> w <i> R&D", Assert.Single(talk.Segments).Text);
    }

    [Fact]
    public void The_header_gives_the_language()
    {
        var talk = Reading.Text("WEBVTT - a title\nKind: captions\nLanguage: pt-BR\n\n00:01.000 --> 00:02.000\nyes\n");

        Assert.Equal("pt-BR", talk.Language);
    }

    [Fact]
    public void A_missing_signature_is_read_with_a_warning_and_refused_in_strict_mode()
    {
        const string file = "00:00:01.000 --> 00:00:02.000\nHello\n";

        var talk = Reading.Text(file, "vtt");
        var refusal = Reading.Refusal(file, "vtt", strict: true);

        Assert.Equal("1: the first line is not 'WEBVTT'; the file was read as WebVTT all the same", Assert.Single(Reading.Warnings(talk)));
        Assert.Equal(1, refusal.Line);
    }
}
