using CollabSummaries.Crash.Tests.Hosting;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Crash.Tests;

/// <summary>kill −9 of the server process in the middle of typing and of a run.</summary>
[Collection(nameof(OneAtATime))]
public sealed class KillTests(ITestOutputHelper output)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_applied_twice_when_the_server_is_killed_while_people_type()
    {
        var random = Seeded();
        await using var crashing = await Crashing.BeginAsync(Stop);
        var talk = await crashing.Admin.ImportAsync(Repository.At("tests/CollabSummaries.Transcripts.Tests/Fixtures/talks/seed-excerpt.txt"), Stop);
        string[] people = [crashing.Cookies[0], crashing.Cookies[1], crashing.Cookies[0], crashing.Cookies[1]];

        await using var editors = await Editors.StartAsync(crashing.Server.Address, 1, [new(talk, random.Next(), people, 0, Storm: false)]);
        for (var kill = 1; kill <= Switches.Kills; kill++)
        {
            Assert.True(await editors.UntilMoreAsync(random.Next(30, 150), Stop), "The editors ended early.");
            await crashing.Server.KillAsync();
            var promised = (await editors.TellAsync(Stop)).ToList();
            Assert.Null(await crashing.Folder.FindFaultAsync(talk, promised, Stop));
            output.WriteLine($"kill {kill}: {promised.Count} acknowledged, 0 missing");
            await crashing.RestartAsync(Stop);
            await editors.SayAsync("up");
        }

        Assert.True(await editors.UntilMoreAsync(20, Stop), "The editors ended early.");
        await editors.SayAsync("stop");
        var outcome = Assert.Single(await editors.EndAsync(Stop).ToListAsync(Stop));
        await Oracle.CheckAsync(crashing.Folder, outcome, Stop);
        Oracle.CheckWords(outcome);
        Assert.Empty(outcome.Lost);
        // Everybody went on under the name they came with: one client an editor.
        Assert.Equal(people.Length, outcome.Promised.Select(x => x.ClientId).Distinct().Count());
        output.WriteLine($"{outcome.Words.Count} words typed, each there once");
    }

    [Fact]
    public async Task A_run_goes_on_after_its_last_finished_part_when_the_server_is_killed_and_its_bullets_land_once()
    {
        await using var crashing = await Crashing.BeginAsync(Stop);
        for (var kill = 1; kill <= Switches.Kills; kill++)
        {
            var talk = await crashing.Admin.ImportAsync(Repository.At("tests/CollabSummaries.Transcripts.Tests/Fixtures/talks/checking-bitcoin-balances-privately.md"), Stop);
            var runs = crashing.Folder.Get<RunStore>();
            var run = await runs.RequestAsync(new NewRun(talk, 4, QuotesOnly: false, "import", AsSuggestions: false), Stop);
            run = await UntilAsync(runs, run.Id, x => x.PartsDone >= 1, Stop);
            await crashing.Server.KillAsync();
            var (left, checkpoint) = ((await runs.FindAsync(run.Id, Stop))!, await runs.ListBulletsAsync(run.Id, Stop));
            output.WriteLine($"kill {kill}: {left.State} with {left.PartsDone} of {left.PartsTotal} parts finished");

            await crashing.RestartAsync(Stop);
            var done = await UntilAsync(runs, run.Id, x => x.State is not (RunState.Running or RunState.Queued), Stop);

            Assert.True(done.State == RunState.Done, $"{done.State}: {done.Error}\n{crashing.Server.Said}");
            Assert.Equal(done.PartsTotal, done.PartsDone);
            var bullets = await runs.ListBulletsAsync(run.Id, Stop);
            Assert.Equal(checkpoint.Select(x => (x.BulletId, x.Text)), bullets.Take(checkpoint.Count).Select(x => (x.BulletId, x.Text)));
            var landed = (await crashing.Folder.Get<SummaryLog>().OpenAsync(talk, Stop))!.State.Bullets.Bullets;
            Assert.Equal(bullets.Select(x => x.BulletId).Order(), landed.Select(x => x.Id).Order());
            Assert.Null(await crashing.Folder.FindFaultAsync(talk, [], Stop));
        }
    }

    private static async Task<Run> UntilAsync(RunStore runs, string runId, Func<Run, bool> isSo, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromMinutes(10));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (await runs.FindAsync(runId, patience.Token) is { } run && (isSo(run) || run.State == RunState.Failed))
                return run;
        }

        throw new OperationCanceledException();
    }

    private Random Seeded()
    {
        var seed = Switches.Seed;
        output.WriteLine($"CRASH_SEED={seed}");
        return new Random(seed);
    }
}

/// <summary>Tests that start servers run one after the other: each would slow the other down.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
