using System.Text;
using CollabSummaries.Web.Importing.Inspecting;
using CollabSummaries.Web.Importing.Joining;
using TestContext = Xunit.TestContext;

namespace CollabSummaries.Web.Tests.Importing;

public sealed class JoinedFilesTests
{
    private const string Half = "WEBVTT\n\n00:01.000 --> 00:04.000\nWe begin here.\n\n00:04.000 --> 00:20.000\nAnd this is the end of it.\n";
    private const string Chat = "00:00:02\tKay Novak:\tAre there slides?\n00:00:30\tJo Lind:\tyes\n";

    [Fact]
    public void A_second_half_begins_where_the_first_ends_unless_it_is_said_otherwise()
    {
        var guessed = Join(new("one.vtt", Bytes(Half), null), new("two.vtt", Bytes(Half), null));
        var asked = Join(new("one.vtt", Bytes(Half), null), new("two.vtt", Bytes(Half), null, JoinWay.After, 60_000));

        Assert.Equal((JoinWay.After, 20_000L, 21_000L), (guessed.Files[1].Way, guessed.Files[1].BeginsMs, guessed.Transcript!.Segments[2].StartMs));
        Assert.Equal(61_000, asked.Transcript!.Segments[2].StartMs);
        Assert.Equal(guessed.Transcript.Segments.Count, guessed.Transcript.Segments.Select(x => x.Id).Distinct().Count());
        Assert.True(guessed.Transcript.Segments[2].FirstLine > guessed.Transcript.Segments[1].LastLine);
    }

    [Fact]
    public void A_chat_is_put_in_by_time_and_who_wrote_is_told_from_who_spoke()
    {
        var joined = Join(new("talk.vtt", Bytes(Half), null), new("chat.txt", Bytes(Chat), null));

        Assert.Equal(JoinWay.Chat, joined.Files[1].Way);
        Assert.Equal(
            ["We begin here.", "Are there slides?", "And this is the end of it.", "yes"], joined.Transcript!.Segments.Select(x => x.Text));
        Assert.Equal([null, "Kay Novak (chat)", null, "Jo Lind (chat)"], joined.Transcript.Segments.Select(x => x.Speaker));
    }

    [Fact]
    public void Messages_with_the_time_of_day_begin_with_the_talk()
    {
        var joined = Join(new("talk.vtt", Bytes(Half), null), new("chat.txt", Bytes("10:02:02\tKay Novak:\tAre there slides?\n10:02:30\tJo Lind:\tyes\n"), null));

        Assert.Equal([0L, 28_000L], joined.Transcript!.Segments.Where(x => x.Speaker is not null).Select(x => x.StartMs!.Value));
    }

    [Fact]
    public void The_same_recording_with_names_gives_its_names_and_none_of_its_words()
    {
        var named = Half.Replace("We begin", "<v Ann>we begin", StringComparison.Ordinal).Replace("And this", "<v Bob>and this", StringComparison.Ordinal);

        var joined = Join(new("talk.vtt", Bytes(Half), null), new("named.vtt", Bytes(named), null));

        Assert.Equal(JoinWay.Names, joined.Files[1].Way);
        Assert.Equal([("Ann", "We begin here."), ("Bob", "And this is the end of it.")], joined.Transcript!.Segments.Select(x => (x.Speaker!, x.Text)));
    }

    [Fact]
    public void One_file_that_cannot_be_read_is_named_and_the_others_are_still_shown()
    {
        var inspection = Inspection.Of([new("talk.vtt", Bytes(Half), null), new("empty.vtt", [], null)], new ImportDetails(null, null, null), TestContext.Current.CancellationToken);

        Assert.Equal("empty.vtt", inspection.Joined.Refused?.File.Name);
        Assert.Null(inspection.Transcript);
        Assert.NotEmpty(inspection.Files[0].Lines);
    }

    [Theory]
    [InlineData("1:04:09", 3_849_000)]
    [InlineData("04:09", 249_000)]
    [InlineData("249", 249_000)]
    [InlineData("1:75", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void Where_a_file_begins_is_read_as_people_write_times(string words, int? ms)
    {
        Assert.Equal(ms, Begins.Find(words));
    }

    private static JoinedFiles Join(params ImportFile[] files) => JoinedFiles.Of(files, TestContext.Current.CancellationToken);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
