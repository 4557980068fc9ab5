using System.Collections.Concurrent;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs;

/// <summary>A run as it is now, after something about it changed.</summary>
/// <param name="Before">How many runs will be taken up before it; null: it does not wait, or nobody counted.</param>
internal sealed record RunChanged(Run Run, int? Before = null);

/// <summary>Tells pages of this process that a run changed. A hint: whoever opens a page reads the store first. Also carries a stop to the
/// worker at once, which would otherwise hear of it with its next heartbeat.</summary>
internal sealed class RunFeed : IDisposable
{
    private readonly ConcurrentDictionary<Guid, (string? TalkId, Action<RunChanged> Tell)> _listeners = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _working = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <param name="talkId">Null: runs of all talks.</param>
    /// <param name="tell">Called on the worker's thread: it must be quick and not throw.</param>
    public IDisposable Subscribe(string? talkId, Action<RunChanged> tell)
    {
        var key = Guid.NewGuid();
        _listeners[key] = (talkId, tell);
        return new Subscription(() => _listeners.TryRemove(key, out _));
    }

    /// <param name="before">How many runs will be taken up before it.</param>
    public void Tell(Run run, int? before = null)
    {
        foreach (var (talkId, tell) in _listeners.Values)
        {
            if (talkId is null || talkId == run.TalkId)
                tell(new RunChanged(run, before));
        }
    }

    /// <summary>There is work.</summary>
    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    /// <summary>Waits for the bell, at most so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => _bell.WaitAsync(atMost, stop);

    /// <summary>The worker says which run it works on, for <see cref="Stop"/>.</summary>
    public IDisposable Working(string runId, CancellationTokenSource stopping)
    {
        _working[runId] = stopping;
        return new Subscription(() => _working.TryRemove(KeyValuePair.Create(runId, stopping)));
    }

    /// <summary>Stops the run if a worker of this process has it.</summary>
    public void Stop(string runId)
    {
        if (!_working.TryGetValue(runId, out var stopping))
            return;
        try
        {
            stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over by itself meanwhile.
        }
    }

    public void Dispose() => _bell.Dispose();

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
