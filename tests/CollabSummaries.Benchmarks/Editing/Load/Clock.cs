using System.Diagnostics;
using CollabSummaries.Benchmarks.Editing.Figures;

namespace CollabSummaries.Benchmarks.Editing.Load;

/// <summary>Times what belongs to the measurement: edits due between its begin and its end.</summary>
internal sealed class Clock
{
    private long _from = long.MaxValue;
    private long _to = long.MaxValue;

    /// <summary>From when an edit was due until another editor had it.</summary>
    public Histogram Visible { get; } = new();

    /// <summary>From when an edit was due until its author was told that it is safe.</summary>
    public Histogram Safe { get; } = new();

    public void Begin(long from, long to) => (_from, _to) = (from, to);

    public bool Counts(long due) => due >= _from && due < _to;

    public void Shown(long due) => Record(Visible, due);

    public void Acknowledged(long due) => Record(Safe, due);

    private void Record(Histogram into, long due)
    {
        if (Counts(due))
            into.Record(Stopwatch.GetElapsedTime(due));
    }
}
