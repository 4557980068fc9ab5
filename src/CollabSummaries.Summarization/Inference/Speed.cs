namespace CollabSummaries.Summarization.Inference;

/// <summary>How fast a model writes: tokens of all its answers over the time in which it had any to write. Any number of threads may use one.</summary>
public sealed class Speed(TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _busy;
    private long _since, _tokens, _all;
    private double _last;

    /// <summary>Tokens written since the start.</summary>
    public long Tokens => Volatile.Read(ref _all);

    /// <summary>Tokens a second since it last began to write, or of the last stretch of work; 0: nothing was written yet.</summary>
    public (double TokensPerSecond, bool Busy) Now
    {
        get
        {
            lock (_lock)
                return (_busy > 0 && _tokens > 0 ? Rate() : _last, _busy > 0);
        }
    }

    /// <summary>Work begins; it ends with what is returned.</summary>
    public IDisposable Begin()
    {
        lock (_lock)
        {
            if (_busy++ == 0)
                (_since, _tokens) = (time.GetTimestamp(), 0);
        }

        return new Stretch(this);
    }

    public void Add(long tokens)
    {
        lock (_lock)
        {
            _tokens += tokens;
            _all += tokens;
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_busy == 0 && _tokens > 0)
                _last = Rate();
        }
    }

    private double Rate() => _tokens / Math.Max(.001, time.GetElapsedTime(_since).TotalSeconds);

    private sealed class Stretch(Speed speed) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
                speed.End();
        }
    }
}
