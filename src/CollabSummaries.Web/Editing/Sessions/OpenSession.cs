namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>A session with those present and those who use it; every user disposes it once.</summary>
internal sealed class OpenSession(SummarySession session, EvidenceViews views, People people, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _users;
    private bool _closing;
    private long _lastUse = time.GetTimestamp();

    public SummarySession Session => session;

    public EvidenceViews Views => views;

    public People People => people;

    /// <summary>Ends when the session has written all and may be opened again.</summary>
    public Task Closed => _closed.Task;

    public bool TryUse()
    {
        lock (_gate)
        {
            if (_closing)
                return false;
            _users++;
            return true;
        }
    }

    /// <summary>False when somebody uses it, or did within this time.</summary>
    public bool TryClose(TimeSpan idle)
    {
        lock (_gate)
        {
            if (_users > 0 || time.GetElapsedTime(_lastUse) < idle)
                return false;
            return _closing = true;
        }
    }

    public async Task EndAsync()
    {
        await session.DisposeAsync();
        _closed.TrySetResult();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _users--;
            _lastUse = time.GetTimestamp();
        }
    }
}
