using System.Collections.Concurrent;
using CollabSummaries.Workspace.Sharing;

namespace CollabSummaries.Web.Sharing;

/// <summary>Counts openings of read links in memory and keeps the counts every ten seconds and at the end, so that a page read a thousand times
/// a second is not written a thousand times. A killed process forgets at most ten seconds of counts.</summary>
internal sealed class LinkViews(LinkStore links, TimeProvider time, ILogger<LinkViews> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, int> _views = new(StringComparer.Ordinal);

    public void Count(string linkId) => _views.AddOrUpdate(linkId, 1, (_, n) => n + 1);

    /// <summary>Writes what was counted since the last call.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        var taken = new Dictionary<string, int>();
        foreach (var id in _views.Keys)
        {
            if (_views.TryRemove(id, out var count))
                taken[id] = count;
        }

        if (taken.Count == 0)
            return;
        try
        {
            await links.AddViewsAsync(taken, stop);
        }
        catch
        {
            foreach (var (id, count) in taken)
                _views.AddOrUpdate(id, count, (_, n) => n + count);
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await KeepAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Log.ViewsNotKept(logger, e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            await KeepAsync(CancellationToken.None);
        }
    }
}
