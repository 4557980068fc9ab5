using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class ResumeTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"collab-{Ids.New()}");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_goes_on_after_its_last_part_at_the_next_start()
    {
        var (run, checkpoint) = await LeaveAsAKilledProcessDoesAsync();

        await using var app = new TestApp(("Workspace:DataFolder", _folder));
        var runs = app.Get<RunStore>();
        var done = await app.Get<RunFeed>().UntilAsync(runs, run, x => x.State != RunState.Running, Stop);

        Assert.Equal(RunState.Done, done.State);
        Assert.Equal(done.PartsTotal, done.PartsDone);
        var rows = await runs.ListBulletsAsync(run.Id, Stop);
        Assert.Equal(checkpoint.BulletId, Assert.Single(rows, x => x.Part == 0).BulletId);
        Assert.Equal(checkpoint.Text, rows[0].Text);
        Assert.Contains(rows, x => x.Part > 0);
        var summary = (await app.Get<SummaryLog>().OpenAsync(run.TalkId, Stop))!.State.Bullets.Bullets;
        Assert.Equal(rows.Select(x => x.BulletId).Order(), summary.Select(x => x.Id).Order());
    }

    [Fact]
    public async Task A_run_stopped_by_a_shutdown_is_handed_back_and_the_next_start_ends_it()
    {
        Run run;
        await using (var before = new TestApp(("Workspace:DataFolder", _folder)))
        {
            var talk = await before.Get<TalkStore>().AddAsync(RunTalks.OfThreeChapters("Things"), Stop);
            run = await before.Get<RunStore>().RequestAsync(new NewRun(talk, null, false, "import", false), Stop);
            before.Get<RunFeed>().Ring();
        }

        await using var after = new TestApp(("Workspace:DataFolder", _folder));
        var done = await after.Get<RunFeed>().UntilAsync(after.Get<RunStore>(), run, x => x.State is not (RunState.Running or RunState.Queued), Stop);

        Assert.Equal(RunState.Done, done.State);
        var bullets = await after.Get<RunStore>().ListBulletsAsync(run.Id, Stop);
        Assert.Equal(bullets.Count, bullets.Select(x => x.BulletId).Distinct().Count());
        Assert.All(bullets, x => Assert.Equal(RunBulletState.Landed, x.State));
    }

    /// <summary>One part is kept, its bullet not yet landed, and the lease runs on.</summary>
    private async Task<(Run Run, RunBullet Checkpoint)> LeaveAsAKilledProcessDoesAsync()
    {
        await using var killed = new ServiceCollection().AddWorkspace(new WorkspaceOptions { DataFolder = _folder }).BuildServiceProvider();
        await killed.GetRequiredService<WorkspaceStart>().PrepareAsync(Stop);
        var talk = await killed.GetRequiredService<TalkStore>().AddAsync(RunTalks.OfThreeChapters("Things"), Stop);
        await killed.GetRequiredService<RunStore>().RequestAsync(new NewRun(talk, 6, false, "import", false), Stop);
        var queue = killed.GetRequiredService<RunQueue>();
        var run = (await queue.ClaimAsync("killed", Stop))!;
        var bullet = new NewRunBullet(
            "First", "What the killed process had finished.", "quoted", [new PassagePiece(0, 0, 0, 3, "The")], "supported", 1, "");
        var rows = await queue.SavePartAsync(run, 0, [bullet], Stop);
        return (run, rows[0]);
    }
}
