namespace CollabSummaries.Transcripts.Tests.Meetings;

public sealed class StackedNameTests
{
    [Theory]
    [InlineData("0:05 Jane Doe\nHello there.\n\n0:12 Max Roe\nHi.\nMore.\n\n1:02 Jane Doe\nBye.\n", 1)]
    [InlineData("00:05\nJane Doe\nHello there.\n\n00:12\nMax Roe\nHi.\nMore.\n\n01:02\nJane Doe\nBye.\n", 1)]
    [InlineData("Jane Doe\n00:05\nHello there.\n\nMax Roe\n00:12\nHi.\nMore.\n\nJane Doe\n01:02\nBye.\n", 1)]
    [InlineData("Weekly\n\n0:05 Jane Doe\nHello there.\n\n0:12 Max Roe\nHi.\nMore.\n\n1:02 Jane Doe\nBye.\n", 3)]
    public void Names_beside_above_or_below_their_times_are_the_speakers(string file, int line)
    {
        var talk = Reading.Text(file);

        Assert.Equal("meeting", talk.Format);
        Assert.Equal([(5000L, "Jane Doe", "Hello there."), (12000L, "Max Roe", "Hi. More."), (62000L, "Jane Doe", "Bye.")], talk.Segments.Where(s => s.StartMs is not null).Select(s => (s.StartMs!.Value, s.Speaker!, s.Text)));
        Assert.Equal(line, talk.Segments.First(s => s.StartMs is not null).FirstLine);
        Assert.Equal(talk.Segments.Count > 3 ? [1] : [], talk.Warnings.Select(w => w.Line));
    }

    [Fact]
    public void Panel_lines_that_begin_with_capitals_do_not_become_names()
    {
        var talk = Reading.Text("0:00\nWelcome To\n0:02\nThe Show\n0:04\nOf Today\n0:06\nWith Me\n");

        Assert.Equal("youtube-panel", talk.Format);
        Assert.Empty(talk.Speakers);
    }
}
