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
}
