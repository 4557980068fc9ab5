using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>The line `start --> end` read leniently: dot, comma or no fraction, hours missing, spaces or none, anything after the end.</summary>
/// <param name="Start">Null when it could not be read.</param>
/// <param name="End">Null when it could not be read or is missing.</param>
internal readonly record struct CueTime(Clock? Start, Clock? End)
{
    public const string Arrow = "-->";

    /// <summary>Null for a line that is no timing line: without arrow, or with words before it.</summary>
    public static CueTime? Read(string line)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0) return null;
        var left = line.AsSpan(0, arrow).Trim();
        var right = line.AsSpan(arrow + Arrow.Length).Trim();
        if (left.Length == 0 || !char.IsAsciiDigit(left[0])) return null;
        var start = Clock.Read(left);
        if (start is { } s && s.Length != left.Length) start = null;
        var end = Clock.Read(right);
        if (end is { } e && e.Length < right.Length && char.IsLetterOrDigit(right[e.Length])) end = null;
        return new CueTime(start, end);
    }
}
