namespace CollabSummaries.Transcripts.Tests.YouTube;

public sealed class PanelTests
{
    [Fact]
    public void Times_in_words_page_words_and_chapters_are_told_from_speech()
    {
        var talk = Reading.Text("""
            Transcript
            Search in video
            Introduction
            0:00
            hello everyone
            0:04
            4 seconds
            today we talk about 4 seconds
            0:58
            58 seconds
            of silence
            The second part
            1:02
            1 minute, 2 seconds
            next
            59:58
            59 minutes, 58 seconds
            nearly done
            1:00:02
            1 hour, 2 seconds
            over
            English (auto-generated)
            """);

        Assert.Equal("youtube-panel", talk.Format);
        Assert.Equal(
        [
            "0-||hello everyone|4-5",
            "4000-||today we talk about 4 seconds|6-8",
            "58000-||of silence|9-11",
            "62000-||next|13-15",
            "3598000-||nearly done|16-18",
            "3602000-||over|19-21",
        ], Reading.Rows(talk));
        Assert.Equal([new Chapter("Introduction", 0), new Chapter("The second part", 3)], talk.Chapters);
        Assert.Contains("22: 'English (auto-generated)' belongs to the page, not to the talk; it was left out", Reading.Warnings(talk));
        Assert.Contains("1: 'Transcript' belongs to the page, not to the talk; it was left out", Reading.Warnings(talk));
        Assert.Contains(talk.Warnings, w => w.Line == 7 && w.Message.StartsWith("the line repeats the time in words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4 Sekunden", "1 Minute und 2 Sekunden")]
    [InlineData("4 secondes", "1 minute et 2 secondes")]
    [InlineData("4秒", "1分2秒")]
    [InlineData("4 сек.", "1 мин. 2 сек.")]
    public void The_time_in_words_of_other_languages_is_known_by_its_numbers(string first, string second)
    {
        var talk = Reading.Text($"0:04\n{first}\nhallo zusammen\n1:02\n{second}\nweiter\n");

        Assert.Equal(["hallo zusammen", "weiter"], talk.Segments.Select(s => s.Text));
    }

    [Fact]
    public void Words_that_only_sound_like_a_time_stay_when_no_other_cue_repeats_its_time()
    {
        var talk = Reading.Text("0:00\nwe wait for\n0:04\n4 seconds\nnow\n0:09\nthat was long\n0:12\nwas it not\n");

        Assert.Equal(["we wait for", "4 seconds now", "that was long", "was it not"], talk.Segments.Select(s => s.Text));
    }

    [Fact]
    public void Times_at_the_start_of_lines_are_read_and_clock_like_text_is_no_cue()
    {
        var talk = Reading.Text("0:02 welcome to the class\n0:15 Read Genesis 3:16 before class\n0:21 and we meet at\n0:25 10:30 in the morning\n");

        Assert.Equal(["2000-||welcome to the class|1-1", "15000-||Read Genesis 3:16 before class|2-2", "21000-||and we meet at|3-3", "25000-||10:30 in the morning|4-4"], Reading.Rows(talk));
    }
}
