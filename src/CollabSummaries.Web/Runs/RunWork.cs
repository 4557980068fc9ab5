using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>Does one run: reads the talk, writes part after part, each with its checkpoint, and lands what is finished. Whatever ends it, what was
/// finished stays, and the row says how it ended.</summary>
internal sealed class RunWork(RunQueue queue, RunStore runs, RunInput input, RunLanding landing, SummarizerSource source, RunFeed feed, TimeProvider time, ILogger<RunWork> logger)
{
    /// <param name="run">As claimed.</param>
    /// <param name="shutdown">The process ends: the run is handed back.</param>
    public async Task DoAsync(Run run, CancellationToken shutdown)
    {
        using var stopping = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, shutdown);
        using var working = feed.Working(run.Id, stopping);
        var progress = new RunProgress();
        var beating = BeatAsync(run, progress, stopping, ending.Token);
        try
        {
            await TellAsync(run, shutdown);
            var tokens = await WriteAsync(run, progress, ending.Token);
            await queue.FinishAsync(run, new RunEnd(Stopped: false, tokens.Prompt, tokens.Output) { WritingSeconds = tokens.Seconds }, shutdown);
        }
        catch (RunLostException)
        {
            Log.RunLost(logger, run.Id);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await EndEarlyAsync(run, progress, shutdown);
        }
        catch (ModelException e)
        {
            // What another server answered may quote the talk: it goes to the run's page, not to the log.
            Log.ModelFailed(logger, run.Id, progress.Part + 1);
            await FailAsync(run, progress, e);
        }
        catch (Exception e)
        {
            Log.RunFailed(logger, e, run.Id, progress.Part + 1);
            await FailAsync(run, progress, e);
        }
        finally
        {
            await ending.CancelAsync();
            await beating;
            await TellAsync(run, CancellationToken.None);
        }
    }

    private async Task<(long Prompt, long Output, double Seconds)> WriteAsync(Run run, RunProgress progress, CancellationToken stop)
    {
        var summarizer = await source.GetAsync(run.QuotesOnly ? null : run.ModelAsked, stop);
        var request = await input.ReadAsync(run, stop);
        await landing.LandPendingAsync(run, stop);
        (long, long, double) tokens = (0, 0, 0);
        await foreach (var happened in summarizer.SummarizeAsync(request, stop).WithCancellation(stop))
        {
            switch (happened)
            {
                case Planned planned:
                    progress.Parts = planned.Sections.Count;
                    await queue.SavePlanAsync(run, RunInput.PlanOf(planned, request, summarizer), stop);
                    break;
                case PartStarted started:
                    progress.Part = started.Part;
                    break;
                case PartFinished finished:
                    await queue.SavePartAsync(run, finished.Part, RunInput.ToRows(run, request, finished), stop);
                    await landing.LandPendingAsync(run, stop);
                    break;
                case Finished finished:
                    tokens = (finished.PromptTokens, finished.OutputTokens, finished.Seconds);
                    break;
            }

            await TellAsync(run, stop);
        }

        return tokens;
    }

    private async Task EndEarlyAsync(Run run, RunProgress progress, CancellationToken shutdown)
    {
        if (progress.IsLost)
            return;
        if (shutdown.IsCancellationRequested)
            await queue.HandBackAsync(run, CancellationToken.None);
        else
            await queue.FinishAsync(run, new RunEnd(Stopped: true, 0, 0), CancellationToken.None);
    }

    private async Task FailAsync(Run run, RunProgress progress, Exception e)
    {
        var where = progress.Parts == 0 ? "while it read the talk" : $"on part {progress.Part + 1} of {progress.Parts}";
        try
        {
            await queue.FailAsync(run, $"The run failed {where}: {RunFailure.Why(e)} What was finished stays; a retry goes on from there.", CancellationToken.None);
        }
        catch (RunLostException)
        {
            Log.RunLost(logger, run.Id);
        }
    }

    /// <summary>Renews the lease, and ends the work when the run is lost or somebody stopped it elsewhere.</summary>
    private async Task BeatAsync(Run run, RunProgress progress, CancellationTokenSource stopping, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(RunQueue.Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var answer = await queue.HeartbeatAsync(run, stop);
                if (answer == LeaseAnswer.Held)
                    continue;
                progress.IsLost = answer == LeaseAnswer.Lost;
                await stopping.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
        catch (Exception e)
        {
            // Without a lease nothing may be written; the next claim goes on from the checkpoint.
            Log.RunFailed(logger, e, run.Id, progress.Part + 1);
            progress.IsLost = true;
            await stopping.CancelAsync();
        }
    }

    private async Task TellAsync(Run run, CancellationToken stop)
    {
        if (await runs.FindAsync(run.Id, stop) is { } now)
            feed.Tell(now);
    }
}

/// <summary>How far a run is, for saying where it failed.</summary>
internal sealed class RunProgress
{
    public volatile int Part;
    public volatile int Parts;
    public volatile bool IsLost;
}
