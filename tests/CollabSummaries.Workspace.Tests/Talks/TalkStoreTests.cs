using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Tests.Talks;

public sealed class TalkStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_talk_is_kept_with_its_file_its_segments_and_its_counts()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var talks = workspace.Get<TalkStore>();

        var id = await workspace.AddTalkAsync("  Engines \n and gears ", Stop);

        var talk = await talks.FindAsync(id, Stop);
        Assert.Equal("Engines and gears", talk!.Title);
        Assert.Equal((3, 2, 13, 9_500L), (talk.Transcript.SegmentCount, talk.Transcript.SpeakerCount, talk.Transcript.WordCount, talk.Transcript.DurationMs));
        Assert.Equal("WEBVTT\n"u8.ToArray(), await talks.GetRawAsync(id, Stop));
        Assert.Equal(["We tried  three engines.", "Only one was fast enough.", "So we kept it."], (await talks.ListSegmentsAsync(id, Stop)).Select(x => x.Text));
        Assert.Equal("Engines", Assert.Single(await talks.ListChaptersAsync(id, Stop)).Title);
    }

    [Fact]
    public async Task Search_takes_percent_and_underscore_as_they_are()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await workspace.AddTalkAsync("100% of nothing", Stop);
        await workspace.AddTalkAsync("1000 of something", Stop);

        var found = await workspace.Get<TalkStore>().ListAsync(new TalkQuery("100%"), Stop);

        Assert.Equal("100% of nothing", Assert.Single(found).Title);
    }

    [Fact]
    public async Task The_library_shows_the_latest_run_and_the_last_changed_talk_first()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var older = await workspace.AddTalkAsync("Older", Stop);
        workspace.Time.Move(TimeSpan.FromMinutes(1));
        await workspace.AddTalkAsync("Newer", Stop);
        var runs = workspace.Get<RunStore>();
        var first = await runs.RequestAsync(new NewRun(older, null, false, "person:1", false), Stop);
        await runs.RequestStopAsync(first.Id, Stop);
        await runs.RequestAsync(new NewRun(older, 7, false, "person:1", false), Stop);

        var lines = await workspace.Get<TalkStore>().ListAsync(new TalkQuery(), Stop);

        Assert.Equal(["Newer", "Older"], lines.Select(x => x.Title));
        Assert.Null(lines[0].LatestRun);
        Assert.Equal((2, RunState.Queued), (lines[1].LatestRun!.Number, lines[1].LatestRun!.State));
    }

    [Fact]
    public async Task A_deleted_talk_lies_in_the_bin_comes_back_and_is_purged_with_all_that_hangs_on_it()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var talks = workspace.Get<TalkStore>();
        var id = await workspace.AddTalkAsync("Engines", Stop);
        await workspace.Get<RunStore>().RequestAsync(new NewRun(id, null, false, "person:1", false), Stop);
        await workspace.Get<LinkStore>().CreateAsync(new NewLink(id, LinkRight.Read, LinkScope.Summary, null, null, "person:1"), Stop);

        await talks.DeleteAsync(id, Stop);
        Assert.Empty(await talks.ListAsync(new TalkQuery(), Stop));
        Assert.Single(await talks.ListAsync(new TalkQuery(Bin: true), Stop));
        await talks.UndeleteAsync(id, Stop);
        Assert.Single(await talks.ListAsync(new TalkQuery(), Stop));

        await talks.DeleteAsync(id, Stop);
        workspace.Time.Move(TimeSpan.FromDays(31));
        Assert.Equal(1, await talks.PurgeAsync(workspace.Time.GetUtcNow().AddDays(-30), Stop));
        Assert.Null(await talks.FindAsync(id, Stop));
        await using var context = await workspace.ReadAsync(Stop);
        Assert.False(await context.Segments.AnyAsync(Stop) || await context.Runs.AnyAsync(Stop) || await context.ShareLinks.AnyAsync(Stop) || await context.Heads.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_title_of_nothing_is_refused_and_a_long_one_is_not_cut_inside_a_character()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var talks = workspace.Get<TalkStore>();
        var id = await workspace.AddTalkAsync("Engines", Stop);

        await Assert.ThrowsAsync<ArgumentException>(() => talks.RenameAsync(id, " \t ", Stop));
        await talks.RenameAsync(id, new string('x', TalkStore.LongestTitle - 1) + "😀 and more", Stop);

        Assert.Equal(new string('x', TalkStore.LongestTitle - 1), (await talks.FindAsync(id, Stop))!.Title);
    }
}
