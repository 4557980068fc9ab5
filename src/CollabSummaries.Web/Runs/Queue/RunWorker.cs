using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs.Queue;

/// <summary>Takes runs up for as long as the process lives, several at once: a model's places are shared by all runs, passage by passage, so a short run is done while a long
/// one goes on. This process is the only one over its data folder, so what an earlier one held is free from the start.</summary>
internal sealed class RunWorker(RunQueue queue, RunFeed feed, RunPlaces places, RunWork work, ILogger<RunWorker> logger) : BackgroundService
{
    /// <summary>Runs at work at once; each holds its talk in memory.</summary>
    public const int MostAtOnce = 8;

    // Only a lease that ran out makes work without a bell.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Ids.New()}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await queue.FreeAllAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, MostAtOnce).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken shutdown)
    {
        while (!shutdown.IsCancellationRequested)
        {
            try
            {
                if (await queue.ClaimAsync(_name, shutdown) is { } run)
                {
                    // One bell may stand for several runs: whoever takes one wakes the next.
                    feed.Ring();
                    await places.TellAsync(shutdown);
                    await work.DoAsync(run, shutdown);
                    await places.TellAsync(shutdown);
                }
                else
                {
                    await feed.WaitAsync(LongestWait, shutdown);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.WorkerFailed(logger, e);
                await feed.WaitAsync(LongestWait, shutdown);
            }
        }
    }
}
