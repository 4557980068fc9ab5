using System.Collections.Concurrent;
using System.Diagnostics;

namespace CollabSummaries.Benchmarks.Editing.Load;

/// <summary>
/// Everybody who edits in one measurement. The schedule is open: every editor has its moments, a period apart and begun at chance, and an edit that is
/// made late because load or server was busy still counts from its moment.
/// </summary>
internal sealed class Crowd(Plan plan, Clock clock) : IAsyncDisposable
{
    private static readonly TimeSpan MostRest = TimeSpan.FromSeconds(6);

    // The size of a summary when people begin to edit it.
    private static readonly string Opening = string.Concat(
        Enumerable.Range(1, 30).Select(i => $"- Bullet {i} says what was decided, by whom, and until when.\n").Prepend("# Weekly review\n\n"));

    private readonly ConcurrentBag<Editor> _editors = [];

    public int Diverged => _editors.Count(x => x.HasDiverged);

    public IEnumerable<string> Failures => _editors.Select(x => x.Failure).OfType<string>();

    /// <summary>Opens all editors of these talks, a few at a time.</summary>
    public Task EnterAsync(string address, string cookie, IReadOnlyList<string> talks, CancellationToken stop) =>
        Parallel.ForEachAsync(talks, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stop }, async (talk, s) =>
        {
            var room = new ConcurrentDictionary<string, Editor>(StringComparer.Ordinal);
            for (var i = 0; i < plan.Editors; i++)
            {
                var editor = await Editor.OpenAsync(address, cookie, talk, keepsText: i == 0, clock, s);
                room[editor.Place.ClientId] = editor;
                editor.Meet(room.GetValueOrDefault);
                _editors.Add(editor);
                if (i == 0)
                    editor.Write(Opening);
            }
        });

    /// <summary>Edits until warm-up and measurement are over.</summary>
    /// <returns>Edits that were due within the measurement.</returns>
    public Task<long> EditAsync(Random random, CancellationToken stop)
    {
        var second = Stopwatch.Frequency;
        var start = Stopwatch.GetTimestamp() + (second / 5);
        var from = start + (plan.Warmup * second);
        var to = from + (plan.Seconds * second);
        clock.Begin(from, to);
        var period = (long)(second / plan.Rate);
        var moments = _editors.Select(x => (Offset: random.NextInt64(period), Editor: x)).OrderBy(x => x.Offset).ToList();
        return Task.Factory.StartNew(() => Run(moments, start, to, period, random, stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits until all was shown to all, a few seconds at most, and then for the server to tell of its text.</summary>
    /// <returns>How many showings are missing.</returns>
    public async Task<long> RestAsync(long showings, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < MostRest && (clock.Visible.Count < showings || _editors.Any(x => !x.IsAtRest)))
            await timer.WaitForNextTickAsync(stop);
        var missing = Math.Max(0, showings - clock.Visible.Count);
        while (watch.Elapsed < 2 * MostRest && _editors.Any(x => x.IsUncompared))
            await timer.WaitForNextTickAsync(stop);
        return missing;
    }

    public async ValueTask DisposeAsync() =>
        await Parallel.ForEachAsync(_editors, new ParallelOptions { MaxDegreeOfParallelism = 16 }, (editor, _) => editor.DisposeAsync());

    // A thread of its own: what it is late by is late in the figures, so it waits for nobody.
    private long Run(List<(long Offset, Editor Editor)> moments, long start, long to, long period, Random random, CancellationToken stop)
    {
        var counted = 0L;
        for (var round = start; ; round += period)
        {
            foreach (var (offset, editor) in moments)
            {
                var due = round + offset;
                if (due >= to || stop.IsCancellationRequested)
                    return counted;
                for (var left = due - Stopwatch.GetTimestamp(); left > 0; left = due - Stopwatch.GetTimestamp())
                    Thread.Sleep(TimeSpan.FromTicks(Math.Max(1000, left * TimeSpan.TicksPerSecond / Stopwatch.Frequency)));
                editor.Type(random, due);
                if (clock.Counts(due))
                    counted++;
            }
        }
    }
}
