namespace CollabSummaries.Transcripts.Tests.Talks;

/// <summary>Text as Descript, Rev, Trint, Changelog and btctranscripts write it.</summary>
public sealed class ServiceTextTests
{
    [Fact]
    public void Descript_puts_time_and_name_before_the_words()
    {
        var talk = Reading.Text("[00:04:01] Jane Doe: Hello there.\n\n[00:04:05] Max: Yes: it is.\n");

        Assert.Equal(["241000-|Jane Doe|Hello there.|1-1", "245000-|Max|Yes: it is.|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Rev_puts_name_and_time_on_a_line_of_their_own()
    {
        var talk = Reading.Text("Jane Doe (00:04):\nHello there.\nStill me.\n\nMax (01:00:07):\nYes.\n");

        Assert.Equal(["4000-|Jane Doe|Hello there. Still me.|1-3", "3607000-|Max|Yes.|5-6"], Reading.Rows(talk));
    }

    [Fact]
    public void Trint_puts_the_time_with_hundredths_before_the_name()
    {
        var talk = Reading.Text("[00:00:05.12] Jane Doe: Hello there.\n[00:00:09.50] Max Roe: Yes.\n");

        Assert.Equal(["5120-|Jane Doe|Hello there.|1-1", "9500-|Max Roe|Yes.|2-2"], Reading.Rows(talk));
    }

    [Fact]
    public void Changelog_names_in_bold_and_escaped_times_inside_the_words_are_told_apart()
    {
        var talk = Reading.Text("**Jane Doe:** Welcome to the show. \\[04:01\\] We begin.\n\n**Max Roe:** Thanks.\n\n**Jane Doe:** So.\n");

        Assert.Equal("markdown", talk.Format);
        Assert.Equal(["-|Jane Doe|Welcome to the show. [04:01] We begin.|1-1", "-|Max Roe|Thanks.|3-3", "-|Jane Doe|So.|5-5"], Reading.Rows(talk));
    }

    [Fact]
    public void Initials_defined_once_stand_for_the_name()
    {
        var talk = Reading.Text("---\ntitle: A talk\nspeakers: ['Jane Doe']\n---\n\n## Start\n\nJane Doe (JD): 00:00:40\n\nHello.\n\nMax Roe (MR): 00:00:45\n\nHi.\n\nJD: 00:01:00\n\nMore.\n\nMR: 00:01:05\n\nYes.\n");

        Assert.Equal(["Jane Doe", "Max Roe"], talk.Speakers);
        Assert.Equal(["Jane Doe", "Max Roe", "Jane Doe", "Max Roe"], talk.Segments.Select(s => s.Speaker));
        Assert.Equal([new Chapter("Start", 0)], talk.Chapters);
        Assert.Equal("A talk", talk.Details.Title);
    }

    [Theory]
    [InlineData("[00:00:05.120] - Jane Doe\nHello there.\n\n[00:00:09.500] - Max Roe\nYes.\n", 5120, 9500)]
    [InlineData("0:05 - Jane Doe (ACME)\n  Hello there.\n\n0:09 - Max Roe\n  Yes.\n\n0:10 - Jane Doe (ACME)\n  So.\n", 5000, 9000)]
    [InlineData("Jane Doe: [00:05] Hello there.\n\nMax Roe: [00:09] Yes.\n", 5000, 9000)]
    public void Other_services_put_dashes_and_brackets_elsewhere(string file, long first, long second)
    {
        var talk = Reading.Text(file);

        Assert.Equal([(first, "Hello there."), (second, "Yes.")], talk.Segments.Take(2).Select(s => (s.StartMs ?? -1, s.Text)));
        Assert.StartsWith("Jane Doe", talk.Segments[0].Speaker, StringComparison.Ordinal);
        Assert.Equal("Max Roe", talk.Segments[1].Speaker);
    }

    [Fact]
    public void Times_that_stand_alone_between_named_blocks_belong_to_the_block_below()
    {
        var talk = Reading.Text("00:00:00\n\nJane Doe: Hello there.\nMax Roe: Hi.\nJane Doe: Shall we begin?\nMax Roe: We shall.\n\n00:05:00\n\nJane Doe: Next point.\nMax Roe: Right.\nJane Doe: And done.\n\nTranscription ended after 00:05:40\n");

        Assert.Equal("Hello there.", talk.Segments[0].Text);
        Assert.Equal((0L, "Jane Doe"), (talk.Segments[0].StartMs!.Value, talk.Segments[0].Speaker));
        Assert.Equal(300_000, talk.Segments.Single(s => s.Text == "Next point.").StartMs);
    }

    [Fact]
    public void Speaker_changes_of_broadcast_captions_stand_before_the_name()
    {
        var talk = Reading.Text(">> JANE: Hello.\n>> MAX: Hi.\n>> JANE: Bye.\n");

        Assert.Equal(["-|JANE|Hello.|1-1", "-|MAX|Hi.|2-2", "-|JANE|Bye.|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Prose_whose_lines_end_with_a_time_of_day_names_nobody()
    {
        var talk = Reading.Text("we left the house at 10:30\nand it was all right until 11:15\nwhen the rain began to fall.\n");

        Assert.Equal("text", talk.Format);
        Assert.Empty(talk.Speakers);
    }
}
