namespace CollabSummaries.Transcripts.Tests.Meetings;

public sealed class ZoomTests
{
    [Fact]
    public void Names_in_brackets_with_the_time_of_day_are_the_transcript()
    {
        var talk = Reading.Text("[Jane Doe] 10:02:11\nGood morning.\nHow are you?\n\n[Max | ACME] 10:02:15\nFine: thanks.\n");

        Assert.Equal("zoom", talk.Format);
        Assert.Equal(["36131000-|Jane Doe|Good morning. How are you?|1-3", "36135000-|Max | ACME|Fine: thanks.|5-6"], Reading.Rows(talk));
        Assert.Equal(["1: the times look like the time of day, not the time into the talk; they are kept as they are"], Reading.Warnings(talk));
    }

    [Fact]
    public void The_chat_is_said_to_be_one_and_messages_go_over_lines()
    {
        var talk = Reading.Text("00:06:06\tJane Doe:\tHello: all\nsecond line\n00:07:00\tMax:\tYes\n");

        Assert.Equal("zoom-chat", talk.Format);
        Assert.Equal(["366000-|Jane Doe|Hello: all second line|1-2", "420000-|Max|Yes|3-3"], Reading.Rows(talk));
        Assert.Contains("not what was spoken", Assert.Single(talk.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chat_saved_from_the_client_says_from_whom_to_whom()
    {
        var talk = Reading.Text("10:02:11 From Jane Doe to Everyone:\n\tHello all\n10:02:30 From Max to Jane Doe(Direct Message) : psst\n");

        Assert.Equal("zoom-chat", talk.Format);
        Assert.Equal(["36131000-|Jane Doe|Hello all|1-2", "36150000-|Max|psst|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Captions_that_begin_minutes_in_keep_their_times_and_integer_ids_are_no_text()
    {
        var talk = Reading.Text("WEBVTT\r\n\r\n1\r\n00:03:26.500 --> 00:03:28.000\r\nJane Doe: Good day\r\n\r\n2\r\n00:03:28.000 --> 00:03:29.000\r\nJane Doe: I say this: it works\r\n\r\n3\r\n00:03:29.000 --> 00:03:30.000\r\nand unlabeled\r\n");

        Assert.Equal(["206500-208000|Jane Doe|Good day|3-5", "208000-209000|Jane Doe|I say this: it works|7-9", "209000-210000|Jane Doe|and unlabeled|11-13"], Reading.Rows(talk));
    }
}
