using CollabSummaries.Web.Runs.Queue;
using CollabSummaries.Web.Runs.Templates;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>What people ask of runs.</summary>
internal sealed class RunRequests(RunStore runs, SummaryLog log, RunFeed feed, RunPlaces places, SummarizerSource source, TemplateEditing templates, IAccess access)
{
    /// <summary>Bullets somebody may ask for at most.</summary>
    public const int MostBullets = 200;

    /// <summary>Queues a run; its bullets land in the summary when that has none, else they arrive as suggestions. A double click returns the same run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many bullets.</exception>
    public Task<Run> StartAsync(Who who, string talkId, int? bullets, bool quotesOnly, CancellationToken stop) => StartAsync(who, talkId, bullets, quotesOnly, null, null, stop);

    /// <param name="templateId">Null: the one the product brings.</param>
    /// <param name="model">Name of one of the server's models; null: the server's own choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many bullets, or a model this server does not have.</exception>
    public async Task<Run> StartAsync(Who who, string talkId, int? bullets, bool quotesOnly, string? templateId, string? model, CancellationToken stop)
    {
        if (model is not null && !source.Has(model))
            throw new ArgumentOutOfRangeException(nameof(model), model, $"This server has the models {string.Join(", ", source.Names)}.");
        if (bullets is < 1 or > MostBullets)
            throw new ArgumentOutOfRangeException(nameof(bullets), bullets, $"A run writes 1 to {MostBullets} bullets.");
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        var summary = await log.OpenAsync(talkId, stop) ?? throw new AccessDeniedException();
        var asSuggestions = summary.State.Bullets.Bullets.Count > 0;
        var template = quotesOnly ? null : await templates.TextAsync(talkId, templateId, stop);
        var run = await runs.RequestAsync(new NewRun(talkId, bullets, quotesOnly, who.AuthorKey, asSuggestions) { Template = template, Model = quotesOnly ? null : model }, stop);
        feed.Tell(run, await places.FindAsync(run.Id, stop));
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
        await places.TellAsync(stop);
    }

    /// <summary>Takes a failed or stopped run up again after its last finished part. False: it is in neither state.</summary>
    public async Task<bool> RetryAsync(Who who, string runId, CancellationToken stop)
    {
        var run = await FindAsync(who, runId, stop);
        if (!await runs.RetryAsync(run.Id, stop))
            return false;
        await places.TellAsync(stop);
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
