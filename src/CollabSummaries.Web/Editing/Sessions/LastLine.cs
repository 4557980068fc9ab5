using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>Tells whether somebody types on the last line of a summary that ends without a break: no place is left behind it that is not theirs.</summary>
internal sealed class LastLine(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    // Ticks of the clock; 0: never.
    private long _touched;

    /// <summary>Somebody typed there not long ago, and may go on.</summary>
    public bool IsTaken => Volatile.Read(ref _touched) is var at and > 0 && time.GetElapsedTime(at) < Memory;

    private TimeSpan Left => Volatile.Read(ref _touched) is var at and > 0 ? Pause - time.GetElapsedTime(at) : TimeSpan.Zero;

    /// <summary>Looks at an edit a person made.</summary>
    public void Note(Accepted accepted)
    {
        if (accepted.Updates.Count == 0 || accepted.Text.Length == 0 || accepted.Text.EndsWith('\n'))
            return;
        var start = accepted.Text.LastIndexOf('\n') + 1;
        if (accepted.Updates[^1].Changes.Ranges.Any(x => x.ToB >= start))
            Volatile.Write(ref _touched, time.GetTimestamp());
    }

    /// <summary>Ends when nobody has typed there for a moment, or after a few seconds of it.</summary>
    public async Task UntilQuietAsync(CancellationToken stop)
    {
        var begun = time.GetTimestamp();
        while (Left is var left && left > TimeSpan.Zero && time.GetElapsedTime(begun) < Patience)
            await Task.Delay(left, time, stop);
    }
}
