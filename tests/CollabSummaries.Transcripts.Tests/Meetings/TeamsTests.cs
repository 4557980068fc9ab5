namespace CollabSummaries.Transcripts.Tests.Meetings;

public sealed class TeamsTests
{
    [Fact]
    public void The_new_form_has_a_head_then_names_with_times()
    {
        var talk = Reading.Text("Weekly Review\nOctober 12, 2023, 2:00PM\n1h 2m 3s\n\nJane Doe started transcription\n\nJane Doe   0:03\nHello all.\nWelcome.\n\nRoe, Max (Guest)   1:00:04\nThanks.\nJane Doe stopped transcription\n");

        Assert.Equal("teams", talk.Format);
        Assert.Equal(["3000-|Jane Doe|Hello all. Welcome.|7-9", "3604000-|Roe, Max (Guest)|Thanks.|11-12"], Reading.Rows(talk));
        Assert.Equal(("Weekly Review", new DateOnly(2023, 10, 12)), (talk.Details.Title, talk.Details.Date!.Value));
        Assert.Equal([3, 5, 13], talk.Warnings.Select(w => w.Line));
    }

    [Fact]
    public void The_old_form_has_single_digits_the_name_on_its_own_line_and_no_blank_lines()
    {
        var talk = Reading.Text("0:0:0.0 --> 0:0:3.320\nJane Doe\nHello all.\n0:0:3.320 --> 0:0:6.100\nMax Roe\nHi.\nHow are\nyou?\n0:0:7.5 --> 0:1:0.25\nJane Doe\nFine.\n");

        Assert.Equal("teams", talk.Format);
        Assert.Equal(["0-3320|Jane Doe|Hello all.|1-3", "3320-6100|Max Roe|Hi. How are you?|4-8", "7500-60250|Jane Doe|Fine.|9-11"], Reading.Rows(talk));
    }

    [Fact]
    public void Captions_with_guids_and_voices_keep_overlapping_speakers_and_decode_escapes()
    {
        var talk = Reading.Text("WEBVTT\n\n0b0ab4d4-5ad0-4b5b-9b53-2d6b1c5ac8d1/13-0\n00:00:05.000 --> 00:00:08.000\n<v Jane Doe>Hello &lt;all&gt;\nof you</v>\n\n0b0ab4d4-5ad0-4b5b-9b53-2d6b1c5ac8d1/14-0\n00:00:07.000 --> 00:00:09.000\n<v Max Roe>Hi.\n");

        Assert.Equal(["5000-8000|Jane Doe|Hello <all> of you|3-6", "7000-9000|Max Roe|Hi.|8-10"], Reading.Rows(talk));
    }

    [Fact]
    public void Unattributed_captions_have_a_blank_line_between_times_and_words()
    {
        var talk = Reading.Text("WEBVTT\n\n00:00:05.000 --> 00:00:08.000\n\nHello all\n\n00:00:08.000 --> 00:00:09.000\n\nHi.\n");

        Assert.Equal(["5000-8000||Hello all|3-5", "8000-9000||Hi.|7-9"], Reading.Rows(talk));
        Assert.Equal(3, Assert.Single(talk.Warnings).Line);
    }
}
