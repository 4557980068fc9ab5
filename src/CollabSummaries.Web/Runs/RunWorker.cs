using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>Takes runs up one after the other, for as long as the process lives. This process is the only one over its data folder, so what an
/// earlier one held is free from the start.</summary>
internal sealed class RunWorker(RunQueue queue, RunFeed feed, RunWork work, ILogger<RunWorker> logger) : BackgroundService
{
    // Only a lease that ran out makes work without a bell.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Ids.New()}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await queue.FreeAllAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.ClaimAsync(_name, stoppingToken) is { } run)
                    await work.DoAsync(run, stoppingToken);
                else
                    await feed.WaitAsync(LongestWait, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.WorkerFailed(logger, e);
                await feed.WaitAsync(LongestWait, stoppingToken);
            }
        }
    }
}
