using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Library;

/// <summary>Empties the bin of what has lain there for 30 days, at the start and once an hour.</summary>
internal sealed class BinPurge(TalkStore talks, TimeProvider time, ILogger<BinPurge> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                if (await talks.PurgeAsync(time.GetUtcNow() - Kept, stoppingToken) is > 0 and var count)
                    Log.Purged(logger, count);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.PurgeFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
