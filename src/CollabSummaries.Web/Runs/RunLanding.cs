using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Web.Runs.Rewriting;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>Writes a run's bullets into the summary, through the same order as everybody's edits. Landing twice lands once: the rows carry the
/// bullets' ids.</summary>
internal sealed class RunLanding(RunStore runs, SummaryWriting writing, Replacing replacing)
{
    /// <summary>Lands what is finished and not yet in the summary. Suggestions are never pending.</summary>
    public async Task LandPendingAsync(Run run, CancellationToken stop)
    {
        var pending = (await runs.ListBulletsAsync(run.Id, stop)).Where(x => x.State == RunBulletState.Pending).ToList();
        if (pending.Count > 0)
            await LandAsync(run, pending, RunBulletState.Landed, stop);
    }

    /// <summary>Lands these and moves them to a state, unless they were decided meanwhile. What was written anew takes the place of its bullet; unless somebody
    /// accepts it, only where no person changed that one, else it is offered.</summary>
    public async Task LandAsync(Run run, IReadOnlyList<RunBullet> bullets, RunBulletState to, CancellationToken stop)
    {
        var from = bullets[0].State;
        var news = bullets.Where(x => x.Replaces is null).ToList();
        foreach (var bullet in bullets.Where(x => x.Replaces is not null))
        {
            var (outcome, version) = await replacing.ReplaceAsync(run, bullet, isAccepted: to == RunBulletState.Accepted, stop);
            if (outcome == Replacement.Gone && to == RunBulletState.Accepted)
                news.Add(bullet);
            else
                await runs.SetBulletStateAsync(run.Id, [bullet.Index], from, outcome == Replacement.Done ? to : RunBulletState.Suggested, version, stop);
        }

        if (news.Count == 0)
            return;
        var landedAt = await writing.LandAsync(run.TalkId, RunStore.AuthorKeyOf(run), UpdateKind.Run, [.. news.Select(ToLanding)], stop);
        await runs.SetBulletStateAsync(run.Id, [.. news.Select(x => x.Index)], from, to, landedAt, stop);
    }

    internal static LandingBullet ToLanding(RunBullet row) => new(
        row.BulletId, row.Section, row.Text, row.Kind, Passages.FromJson(row.Passages), row.Support, row.Score, row.Reason);
}
