using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>Writes a run's bullets into the summary, through the same order as everybody's edits. Landing twice lands once: the rows carry the
/// bullets' ids.</summary>
internal sealed class RunLanding(RunStore runs, SummaryWriting writing)
{
    /// <summary>Lands what is finished and not yet in the summary. Suggestions are never pending.</summary>
    public async Task LandPendingAsync(Run run, CancellationToken stop)
    {
        var pending = (await runs.ListBulletsAsync(run.Id, stop)).Where(x => x.State == RunBulletState.Pending).ToList();
        if (pending.Count > 0)
            await LandAsync(run, pending, RunBulletState.Landed, stop);
    }

    /// <summary>Lands these and moves them to a state, unless they were decided meanwhile.</summary>
    public async Task LandAsync(Run run, IReadOnlyList<RunBullet> bullets, RunBulletState to, CancellationToken stop)
    {
        var from = bullets[0].State;
        await writing.LandAsync(run.TalkId, RunStore.AuthorKeyOf(run), UpdateKind.Run, [.. bullets.Select(ToLanding)], stop);
        await runs.SetBulletStateAsync(run.Id, [.. bullets.Select(x => x.Index)], from, to, stop);
    }

    private static LandingBullet ToLanding(RunBullet row) => new(
        row.BulletId, row.Section, row.Text, row.Kind, Passages.FromJson(row.Passages), row.Support, row.Score);
}
