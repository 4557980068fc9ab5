using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class RunTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestApp App => shared.App;

    [Fact]
    public async Task Bullets_of_the_first_run_land_in_the_summary_with_their_passages()
    {
        var (talk, who) = await BeginAsync();

        var run = await DoneAsync(await App.Get<RunRequests>().StartAsync(who, talk, 6, false, Stop));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal((run.PartsTotal, "quotes"), (run.PartsDone, run.Model));
        Assert.True(run.PartsTotal > 1);
        var rows = await App.Get<RunStore>().ListBulletsAsync(run.Id, Stop);
        Assert.All(rows, x => Assert.Equal(RunBulletState.Landed, x.State));
        var summary = (await App.Get<SummaryLog>().OpenAsync(talk, Stop))!.State;
        Assert.Equal(rows.Select(x => x.BulletId).Order(), summary.Bullets.Bullets.Select(x => x.Id).Order());
        var evidence = await App.Get<EvidenceStore>().ListAsync(talk, null, Stop);
        Assert.Equal(rows.Select(x => x.BulletId).Order(), evidence.Select(x => x.BulletId).Distinct().Order());
    }

    [Fact]
    public async Task A_further_run_changes_nothing_and_its_bullets_wait_to_be_decided()
    {
        var (talk, who) = await BeginAsync();
        await DoneAsync(await App.Get<RunRequests>().StartAsync(who, talk, 4, false, Stop));
        var before = (await App.Get<SummaryLog>().OpenAsync(talk, Stop))!.State;
        var suggestions = App.Get<Suggestions>();

        var further = await DoneAsync(await App.Get<RunRequests>().StartAsync(who, talk, 9, false, Stop));

        Assert.Equal(before.Version, (await App.Get<SummaryLog>().OpenAsync(talk, Stop))!.State.Version);
        var offered = await suggestions.ListAsync(who, talk, Stop);
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(offered, x => before.Bullets.Bullets.Any(b => b.Text == x.Text));
        await suggestions.AcceptAsync(who, talk, further.Id, offered[0].Index, Stop);
        await suggestions.AcceptAsync(who, talk, further.Id, offered[0].Index, Stop);
        await suggestions.DismissAsync(who, talk, further.Id, null, Stop);
        Assert.Empty(await suggestions.ListAsync(who, talk, Stop));
        var after = (await App.Get<SummaryLog>().OpenAsync(talk, Stop))!.State.Bullets.Bullets;
        Assert.Equal(before.Bullets.Bullets.Select(x => x.Id).Append(offered[0].BulletId).Order(), after.Select(x => x.Id).Order());
    }

    [Fact]
    public async Task Whoever_may_not_edit_starts_stops_and_decides_nothing()
    {
        var (talk, member) = await BeginAsync();
        var (other, _) = await BeginAsync();
        var (_, viewerId) = await App.SignedInAsync(Role.Viewer, Stop);
        var (_, link) = await App.LetInAsync(other, Stop);
        var requests = App.Get<RunRequests>();
        var run = await DoneAsync(await requests.StartAsync(member, talk, 3, true, Stop));

        foreach (var who in new Who[] { new Member(viewerId, "Vera", 0), new Guest(link.Id, "g", "Grace", 0), new Member("unknown", "X", 0) })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => requests.StartAsync(who, talk, null, false, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => requests.StopAsync(who, run.Id, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => requests.RetryAsync(who, run.Id, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<Suggestions>().AcceptAsync(who, talk, run.Id, null, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<Suggestions>().DismissAsync(who, talk, run.Id, null, Stop));
        }

        await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<Suggestions>().AcceptAsync(member, other, run.Id, null, Stop));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => requests.StartAsync(member, talk, 0, false, Stop));
    }

    [Fact]
    public async Task Without_a_model_there_are_quotes_only_and_the_state_says_why()
    {
        var (talk, who) = await BeginAsync();

        var run = await DoneAsync(await App.Get<RunRequests>().StartAsync(who, talk, 3, false, Stop));

        var state = Assert.IsType<SummarizerState.QuotesOnly>(App.Get<SummarizerSource>().State);
        Assert.Contains("has no genai_config.json", state.Why, StringComparison.Ordinal);
        Assert.Contains("has no genai_config.json", run.DeviceNote, StringComparison.Ordinal);
        Assert.All(await App.Get<RunStore>().ListBulletsAsync(run.Id, Stop), x => Assert.Equal("quoted", x.Kind));
    }

    private async Task<(string Talk, Who Who)> BeginAsync()
    {
        var (_, accountId) = await App.SignedInAsync(Role.Member, Stop);
        return (await App.Get<TalkStore>().AddAsync(RunTalks.OfThreeChapters("Things"), Stop), new Member(accountId, "Ada", 0));
    }

    private Task<Run> DoneAsync(Run run) =>
        App.Get<RunFeed>().UntilAsync(App.Get<RunStore>(), run, x => x.State is RunState.Done or RunState.Failed or RunState.Stopped, Stop);
}
