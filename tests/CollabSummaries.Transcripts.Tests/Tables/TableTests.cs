namespace CollabSummaries.Transcripts.Tests.Tables;

public sealed class TableTests
{
    [Fact]
    public void Headers_name_the_columns_and_quotes_keep_commas_and_lines()
    {
        var talk = Reading.Text("Start,End,Speaker,Text\n0:00:01.000,0:00:04.500,Jane Doe,\"Well, she said \"\"no\"\"\nand left.\"\n0:00:05.000,0:00:06.000,,plain\n");

        Assert.Equal("csv", talk.Format);
        Assert.Equal(["1000-4500|Jane Doe|Well, she said \"no\" and left.|2-3", "5000-6000||plain|4-4"], Reading.Rows(talk));
    }

    [Fact]
    public void Seconds_as_numbers_and_tabs_are_read()
    {
        var talk = Reading.Text("speaker\tstart\tend\ttranscript\nA B\t1.5\t2.25\tone\tmore\nA B\t2.25\t3\ttwo, three\n");

        Assert.Equal(["1500-2250|A B|one more|2-2", "2250-3000|A B|two, three|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void The_table_whisper_writes_counts_milliseconds()
    {
        var talk = Reading.Text("start\tend\ttext\n0\t2480\t\"And\" so\n2480\t4000\tit \"begins\".\n4000\t4200\t\"\n");

        Assert.Equal(["0-2480||\"And\" so|2-2", "2480-4000||it \"begins\".|3-3", "4000-4200||\"|4-4"], Reading.Rows(talk));
    }

    [Fact]
    public void Without_a_header_the_columns_are_known_by_what_is_in_them()
    {
        var talk = Reading.Text("1;00:00:01,000;00:00:02,000;Jane;Hello there, all\n2;00:00:03,000;00:00:04,000;Max;Well hello\n3;00:00:05,000;00:00:06,000;Jane;Good\n");

        Assert.Equal(["1000-2000|Jane|Hello there, all|1-1", "3000-4000|Max|Well hello|2-2", "5000-6000|Jane|Good|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Commas_in_text_that_was_not_quoted_lose_no_word()
    {
        var talk = Reading.Text("00:00:01.000,00:00:02.000,Hello there, all of you\n00:00:03.000,00:00:04.000,and goodbye\n00:00:05.000,00:00:06.000,at last\n");

        Assert.Equal("Hello there, all of you", talk.Segments[0].Text);
    }

    [Fact]
    public void A_quote_that_is_never_closed_swallows_no_rows()
    {
        var talk = Reading.Text("start,end,text\n1.5,2,\"open\n3,4,closed\n5,6,last\n");

        Assert.Equal(["1500-2000||\"open|2-2", "3000-4000||closed|3-3", "5000-6000||last|4-4"], Reading.Rows(talk));
    }

    [Fact]
    public void Frames_are_read_at_the_smallest_usual_rate_that_fits_with_a_warning()
    {
        var talk = Reading.Text("Timecode,Text\n00:18:23:46,one\n00:18:25:12,two\n");

        Assert.Equal([1_103_920L, 1_105_240L], talk.Segments.Select(s => s.StartMs ?? -1));
        Assert.Equal("2: the times count frames without a frame rate; they were read at 50 frames a second, the smallest usual rate that fits", Assert.Single(Reading.Warnings(talk)));
    }

    [Fact]
    public void Sbv_cues_keep_their_lines_and_markup_goes()
    {
        var talk = Reading.Text("0:00:01.000,0:00:04.000\nHello[br]<i>there</i>\n>> and on\n\n1:00:00.500,1:00:01.000\nlast\n");

        Assert.Equal("sbv", talk.Format);
        Assert.Equal(["1000-4000||Hello there >> and on|1-3", "3600500-3601000||last|5-6"], Reading.Rows(talk));
    }

    [Fact]
    public void Prose_with_commas_is_no_table()
    {
        var talk = Reading.Text("Text, they said, is enough.\nWords, commas, and points.\nAnd so, we end.\n");

        Assert.Equal("text", talk.Format);
    }
}
