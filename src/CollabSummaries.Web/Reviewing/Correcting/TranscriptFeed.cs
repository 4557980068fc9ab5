using System.Collections.Concurrent;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Tells pages of this process that a transcript changed. A hint: whoever opens a page reads the store first.</summary>
internal sealed class TranscriptFeed
{
    private readonly ConcurrentDictionary<Guid, (string TalkId, Action Tell)> _listeners = new();

    /// <param name="tell">Called on the thread of whoever changed it: it must be quick and not throw.</param>
    public IDisposable Subscribe(string talkId, Action tell)
    {
        var key = Guid.NewGuid();
        _listeners[key] = (talkId, tell);
        return new Subscription(() => _listeners.TryRemove(key, out _));
    }

    public void Tell(string talkId)
    {
        foreach (var (id, tell) in _listeners.Values)
        {
            if (id == talkId)
                tell();
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
