using CollabSummaries.Web.Runs.Templates;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>What people ask of runs.</summary>
internal sealed class RunRequests(RunStore runs, SummaryLog log, RunFeed feed, TemplateEditing templates, IAccess access)
{
    /// <summary>Bullets somebody may ask for at most.</summary>
    public const int MostBullets = 200;

    /// <summary>Queues a run; its bullets land in the summary when that has none, else they arrive as suggestions. A double click returns the same run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many bullets.</exception>
    public Task<Run> StartAsync(Who who, string talkId, int? bullets, bool quotesOnly, CancellationToken stop) => StartByTemplateAsync(who, talkId, bullets, quotesOnly, null, stop);

    /// <param name="templateId">Null: the one the product brings.</param>
    public async Task<Run> StartByTemplateAsync(Who who, string talkId, int? bullets, bool quotesOnly, string? templateId, CancellationToken stop)
    {
        if (bullets is < 1 or > MostBullets)
            throw new ArgumentOutOfRangeException(nameof(bullets), bullets, $"A run writes 1 to {MostBullets} bullets.");
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        var summary = await log.OpenAsync(talkId, stop) ?? throw new AccessDeniedException();
        var asSuggestions = summary.State.Bullets.Bullets.Count > 0;
        var run = await runs.RequestAsync(new NewRun(talkId, bullets, quotesOnly, who.AuthorKey, asSuggestions) { Template = quotesOnly ? null : await templates.TextAsync(talkId, templateId, stop) }, stop);
        feed.Tell(run);
        feed.Ring();
        return run;
    }

    /// <summary>What is finished stays. A run that is over stays as it is.</summary>
    public async Task StopAsync(Who who, string runId, CancellationToken stop)
    {
        var run = await FindAsync(who, runId, stop);
        if (!await runs.RequestStopAsync(run.Id, stop))
            return;
        feed.Stop(run.Id);
        await TellAsync(run.Id, stop);
    }

    /// <summary>Takes a failed or stopped run up again after its last finished part. False: it is in neither state.</summary>
    public async Task<bool> RetryAsync(Who who, string runId, CancellationToken stop)
    {
        var run = await FindAsync(who, runId, stop);
        if (!await runs.RetryAsync(run.Id, stop))
            return false;
        await TellAsync(run.Id, stop);
        feed.Ring();
        return true;
    }

    private async Task<Run> FindAsync(Who who, string runId, CancellationToken stop)
    {
        var run = await runs.FindAsync(runId, stop) ?? throw new AccessDeniedException();
        await access.RequireAsync(who, run.TalkId, Right.Edit, stop);
        return run;
    }

    private async Task TellAsync(string runId, CancellationToken stop)
    {
        if (await runs.FindAsync(runId, stop) is { } now)
            feed.Tell(now);
    }
}
