using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>Bullets of a later run, offered beside the summary until somebody decides. Nothing that is in the summary is touched.</summary>
internal sealed class Suggestions(RunStore runs, RunLanding landing, RunFeed feed, IAccess access)
{
    public async Task<IReadOnlyList<RunBullet>> ListAsync(Who who, string talkId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Read, stop);
        return await runs.ListSuggestionsAsync(talkId, stop);
    }

    /// <summary>Writes one bullet of a run, or all that are left, into the summary.</summary>
    /// <param name="index">Null: all.</param>
    public async Task AcceptAsync(Who who, string talkId, string runId, int? index, CancellationToken stop)
    {
        var (run, bullets) = await OpenAsync(who, talkId, runId, index, stop);
        if (bullets.Count == 0)
            return;
        await landing.LandAsync(run, bullets, RunBulletState.Accepted, stop);
        feed.Tell(run);
    }

    /// <summary>Puts one bullet of a run, or all that are left, away.</summary>
    /// <param name="index">Null: all.</param>
    public async Task DismissAsync(Who who, string talkId, string runId, int? index, CancellationToken stop)
    {
        var (run, bullets) = await OpenAsync(who, talkId, runId, index, stop);
        await runs.SetBulletStateAsync(run.Id, [.. bullets.Select(x => x.Index)], RunBulletState.Suggested, RunBulletState.Dismissed, null, stop);
        feed.Tell(run);
    }

    private async Task<(Run Run, IReadOnlyList<RunBullet> Bullets)> OpenAsync(Who who, string talkId, string runId, int? index, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        var run = await runs.FindAsync(runId, stop);
        if (run is null || run.TalkId != talkId)
            throw new AccessDeniedException();
        var bullets = await runs.ListBulletsAsync(runId, stop);
        return (run, [.. bullets.Where(x => x.State == RunBulletState.Suggested && (index is null || x.Index == index))]);
    }
}
