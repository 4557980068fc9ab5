using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Workspace.Tests.Runs;

public sealed class RunQueueTests
{
    private static readonly NewRunBullet Bullet = new(
        "Engines", "Three engines were tried.", "written", [new PassagePiece(0, 0, 0, 2, "We")], "supported", .9, "");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_double_click_starts_one_run()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var wish = new NewRun(await workspace.AddTalkAsync("Engines", Stop), null, false, "person:1", false);

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => workspace.Get<RunStore>().RequestAsync(wish, Stop)));

        Assert.Single(runs.Select(x => x.Id).Distinct());
    }

    [Fact]
    public async Task A_run_asked_for_beside_another_brings_suggestions()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var talk = await workspace.AddTalkAsync("Engines", Stop);

        var first = await workspace.Get<RunStore>().RequestAsync(new NewRun(talk, null, false, "person:1", false), Stop);
        var second = await workspace.Get<RunStore>().RequestAsync(new NewRun(talk, 9, false, "person:1", false), Stop);

        Assert.False(first.AsSuggestions);
        Assert.True(second.AsSuggestions);
    }

    [Fact]
    public async Task Two_workers_never_hold_the_same_run()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();

        var claims = await Task.WhenAll(queue.ClaimAsync("a", Stop), queue.ClaimAsync("b", Stop), queue.ClaimAsync("c", Stop));

        Assert.Single(claims.OfType<Run>());
    }

    [Fact]
    public async Task A_worker_that_fell_silent_loses_its_run_and_can_write_nothing_more()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();
        var silent = (await queue.ClaimAsync("silent", Stop))!;
        await queue.SavePartAsync(silent, 0, [Bullet], Stop);

        workspace.Time.Move(RunQueue.Lease);
        var heir = (await queue.ClaimAsync("heir", Stop))!;

        Assert.Equal(silent.Id, heir.Id);
        Assert.True(heir.Fence > silent.Fence);
        Assert.Equal([0], await queue.ListPartsAsync(heir.Id, Stop));
        Assert.Equal(LeaseAnswer.Lost, await queue.HeartbeatAsync(silent, Stop));
        await Assert.ThrowsAsync<RunLostException>(() => queue.SavePlanAsync(silent, new RunPlan(9, "m", "cpu", null), Stop));
        await Assert.ThrowsAsync<RunLostException>(() => queue.SavePartAsync(silent, 1, [Bullet], Stop));
        await Assert.ThrowsAsync<RunLostException>(() => queue.FinishAsync(silent, new RunEnd(false, 1, 1), Stop));
        await Assert.ThrowsAsync<RunLostException>(() => queue.FailAsync(silent, "late", Stop));
        await Assert.ThrowsAsync<RunLostException>(() => queue.HandBackAsync(silent, Stop));
        Assert.Single(await workspace.Get<RunStore>().ListBulletsAsync(heir.Id, Stop));
    }

    [Fact]
    public async Task A_heartbeat_keeps_the_run()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();
        var run = (await queue.ClaimAsync("a", Stop))!;

        for (var i = 0; i < 10; i++)
        {
            workspace.Time.Move(RunQueue.Heartbeat);
            Assert.Equal(LeaseAnswer.Held, await queue.HeartbeatAsync(run, Stop));
            Assert.Null(await queue.ClaimAsync("b", Stop));
        }
    }

    [Fact]
    public async Task A_part_saved_twice_is_kept_once_with_the_same_bullet_ids()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();
        var run = (await queue.ClaimAsync("a", Stop))!;

        var once = await queue.SavePartAsync(run, 0, [Bullet, Bullet], Stop);
        var twice = await queue.SavePartAsync(run, 0, [Bullet, Bullet], Stop);
        var next = await queue.SavePartAsync(run, 1, [Bullet], Stop);

        Assert.Equal(once.Select(x => x.BulletId), twice.Select(x => x.BulletId));
        Assert.Equal([0, 1, 2], once.Concat(next).Select(x => x.Index));
        Assert.Equal(2, (await workspace.Get<RunStore>().FindAsync(run.Id, Stop))!.PartsDone);
    }

    [Fact]
    public async Task After_the_third_death_on_one_part_the_run_fails_and_says_where()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();
        await queue.SavePartAsync((await queue.ClaimAsync("first", Stop))!, 0, [Bullet], Stop);
        for (var death = 0; death < 2; death++)
        {
            workspace.Time.Move(RunQueue.Lease);
            Assert.NotNull(await queue.ClaimAsync($"worker {death}", Stop));
        }

        workspace.Time.Move(RunQueue.Lease);
        Assert.Null(await queue.ClaimAsync("last", Stop));

        var run = Assert.Single(await workspace.Get<RunStore>().ListAsync(await TalkAsync(workspace), Stop));
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("part 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_handed_back_is_free_at_once_and_counts_as_no_attempt()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();

        for (var i = 0; i < 6; i++)
            await queue.HandBackAsync((await queue.ClaimAsync("a", Stop))!, Stop);

        Assert.Equal(1, (await queue.ClaimAsync("b", Stop))!.Attempts);
    }

    [Fact]
    public async Task The_only_process_frees_what_a_killed_one_held_without_waiting_for_the_lease()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();
        var killed = (await queue.ClaimAsync("killed", Stop))!;
        Assert.Null(await queue.ClaimAsync("next", Stop));

        Assert.Equal(1, await queue.FreeAllAsync(Stop));

        Assert.Equal(LeaseAnswer.Lost, await queue.HeartbeatAsync(killed, Stop));
        Assert.Equal(killed.Id, (await queue.ClaimAsync("next", Stop))!.Id);
    }

    [Fact]
    public async Task A_stop_is_heard_at_the_next_heartbeat_and_a_queued_run_stops_at_once()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var runs = workspace.Get<RunStore>();
        var queue = workspace.Get<RunQueue>();
        var talk = await StartAsync(workspace);
        var run = (await queue.ClaimAsync("a", Stop))!;
        var queued = await runs.RequestAsync(new NewRun(talk, 3, false, "person:1", false), Stop);

        Assert.True(await runs.RequestStopAsync(run.Id, Stop));
        Assert.True(await runs.RequestStopAsync(queued.Id, Stop));

        Assert.Equal(LeaseAnswer.StopRequested, await queue.HeartbeatAsync(run, Stop));
        Assert.Equal(RunState.Stopped, (await runs.FindAsync(queued.Id, Stop))!.State);
        await queue.FinishAsync(run, new RunEnd(Stopped: true, 10, 2), Stop);
        Assert.False(await runs.RequestStopAsync(run.Id, Stop));
    }

    [Fact]
    public async Task A_failed_run_retried_goes_on_after_its_last_part()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await StartAsync(workspace);
        var queue = workspace.Get<RunQueue>();
        var run = (await queue.ClaimAsync("a", Stop))!;
        await queue.SavePartAsync(run, 0, [Bullet], Stop);
        await queue.FailAsync(run, "The model broke on part 2.", Stop);

        Assert.True(await workspace.Get<RunStore>().RetryAsync(run.Id, Stop));
        Assert.False(await workspace.Get<RunStore>().RetryAsync(run.Id, Stop));

        var again = (await queue.ClaimAsync("b", Stop))!;
        Assert.Equal((run.Id, 1, null), (again.Id, again.PartsDone, again.Error));
    }

    [Fact]
    public async Task A_suggestion_is_decided_once()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var runs = workspace.Get<RunStore>();
        var talk = await workspace.AddTalkAsync("Engines", Stop);
        var run = await runs.RequestAsync(new NewRun(talk, null, false, "person:1", AsSuggestions: true), Stop);
        var held = (await workspace.Get<RunQueue>().ClaimAsync("a", Stop))!;
        await workspace.Get<RunQueue>().SavePartAsync(held, 0, [Bullet, Bullet], Stop);

        Assert.Equal(2, (await runs.ListSuggestionsAsync(talk, Stop)).Count);
        Assert.Equal(1, await runs.SetBulletStateAsync(run.Id, [1], RunBulletState.Suggested, RunBulletState.Dismissed, null, Stop));
        Assert.Equal(0, await runs.SetBulletStateAsync(run.Id, [1], RunBulletState.Suggested, RunBulletState.Accepted, null, Stop));

        Assert.Equal(0, Assert.Single(await runs.ListSuggestionsAsync(talk, Stop)).Index);
    }

    private static async Task<string> StartAsync(TemporaryWorkspace workspace)
    {
        var talk = await workspace.AddTalkAsync("Engines", Stop);
        await workspace.Get<RunStore>().RequestAsync(new NewRun(talk, null, false, "person:1", false), Stop);
        return talk;
    }

    private static async Task<string> TalkAsync(TemporaryWorkspace workspace) =>
        (await workspace.Get<CollabSummaries.Workspace.Talks.TalkStore>().ListAsync(new(), Stop))[0].Id;
}
