namespace CollabSummaries.Benchmarks.Editing.Figures;

/// <summary>Counts durations in bins two percent wide from 10 µs to over ten minutes. Many threads may record at once.</summary>
internal sealed class Histogram
{
    private const double First = 0.01;
    private static readonly double Step = Math.Log(1.02);

    private readonly long[] _bins = new long[1024];
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Record(TimeSpan duration)
    {
        var bin = (int)Math.Ceiling(Math.Log(Math.Max(duration.TotalMilliseconds, First) / First) / Step);
        Interlocked.Increment(ref _bins[Math.Min(bin, _bins.Length - 1)]);
        Interlocked.Increment(ref _count);
    }

    /// <summary>Milliseconds that so large a share took at most. What never came counts as later than all that did: infinity.</summary>
    public double At(double share, long missing)
    {
        var rank = (long)Math.Ceiling((_count + missing) * share);
        if (rank == 0)
            return double.NaN;
        for (var (bin, seen) = (0, 0L); bin < _bins.Length; bin++)
        {
            if ((seen += _bins[bin]) >= rank)
                return First * Math.Exp(bin * Step);
        }

        return double.PositiveInfinity;
    }
}
