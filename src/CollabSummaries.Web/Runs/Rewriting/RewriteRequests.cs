using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Web.Runs.Templates;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs.Rewriting;

/// <summary>What people ask of runs that write single bullets anew.</summary>
internal sealed class RewriteRequests(RunStore runs, SummaryLog log, SummaryWriting writing, RunFeed feed, TemplateEditing templates, IAccess access)
{
    /// <summary>Queues a run for one bullet.</summary>
    /// <returns>Null: the bullet is no longer there.</returns>
    public Task<Run?> RewriteBulletAsync(Who who, string talkId, string bulletId, bool newPassages, CancellationToken stop) =>
        RequestAsync(who, talkId, state => state.Bullets.Find(bulletId) is null ? [] : [bulletId], newPassages, stop);

    /// <summary>Queues a run for the bullets between a heading and the next one.</summary>
    /// <param name="line">Where the heading stands: the start of its line.</param>
    /// <returns>Null: there are none.</returns>
    public Task<Run?> RewriteSectionAsync(Who who, string talkId, string heading, int line, bool newPassages, CancellationToken stop) =>
        RequestAsync(who, talkId, state => BulletsUnder(state, heading, line), newPassages, stop);

    /// <summary>Brings back, as a new change, what stood where this run wrote anew. Returns how many bullets.</summary>
    public async Task<int> UndoAsync(Who who, string talkId, string runId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        if (await runs.FindAsync(runId, stop) is not { } run || run.TalkId != talkId)
            throw new AccessDeniedException();
        var undone = 0;
        foreach (var row in (await runs.ListBulletsAsync(runId, stop)).Where(CanUndo).OrderByDescending(x => x.LandedAt))
        {
            await writing.RestoreAsync(who, talkId, row.LandedAt!.Value - 1, row.Replaces, stop);
            undone += await runs.SetBulletStateAsync(runId, [row.Index], row.State, RunBulletState.Dismissed, null, stop);
        }

        feed.Tell(run);
        return undone;
    }

    public static bool CanUndo(RunBullet row) => row is { Replaces: not null, LandedAt: not null, State: RunBulletState.Landed or RunBulletState.Accepted };

    private async Task<Run?> RequestAsync(Who who, string talkId, Func<CollabSummaries.Editing.Sessions.SessionState, IReadOnlyList<string>> bullets, bool newPassages, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        var summary = await log.OpenAsync(talkId, stop) ?? throw new AccessDeniedException();
        var ids = bullets(summary.State).Take(RunRequests.MostBullets).ToList();
        if (ids.Count == 0)
            return null;
        // As the last run was asked: by its template, or in quotes only.
        var last = await runs.ListAsync(talkId, stop) is [var latest, ..] ? latest : null;
        var run = await runs.RequestAsync(
            new NewRun(talkId, null, last?.QuotesOnly ?? false, who.AuthorKey, AsSuggestions: false)
            {
                Template = last is { QuotesOnly: true } ? null : last?.Template ?? await templates.TextAsync(talkId, null, stop),
                Rewriting = new RunRewriting(ids, newPassages),
            },
            stop);
        feed.Tell(run);
        feed.Ring();
        return run;
    }

    /// <summary>The heading nearest to where it was seen, if the text moved meanwhile.</summary>
    private static List<string> BulletsUnder(CollabSummaries.Editing.Sessions.SessionState state, string heading, int line)
    {
        var headings = Headings.List(state.Text);
        var found = headings.Where(x => string.Equals(x.Title, heading, StringComparison.Ordinal)).OrderBy(x => Math.Abs(x.Start - line)).Take(1).ToList();
        if (found.Count == 0)
            return [];
        var end = headings.Where(x => x.Start > found[0].Start).Select(x => x.Start).DefaultIfEmpty(state.Text.Length).First();
        return [.. state.Bullets.Bullets.Where(x => x.LineStart > found[0].Start && x.LineStart < end).Select(x => x.Id)];
    }
}
