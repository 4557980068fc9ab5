using CollabSummaries.Transcripts.Import.Captions;

namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>"Collect a WebVTT timestamp" and the timing line around it, exactly as the specification says.</summary>
internal static class VttTimestamp
{
    /// <summary>Start and end in milliseconds; null when the line is not a valid timing line. Settings after the end are not read: they place the cue on a screen.</summary>
    public static (long Start, long End)? ReadLine(ReadOnlySpan<char> line)
    {
        var at = SkipSpace(line, 0);
        if (Read(line, ref at) is not { } start) return null;
        at = SkipSpace(line, at);
        if (!line[at..].StartsWith(CueTime.Arrow)) return null;
        at = SkipSpace(line, at + CueTime.Arrow.Length);
        return Read(line, ref at) is { } end ? (start, end) : null;
    }

    /// <summary>One timestamp from a place on, which moves behind it.</summary>
    public static long? Read(ReadOnlySpan<char> text, ref int at)
    {
        var first = Number(text, ref at, out var digits);
        if (first is null) return null;
        var hours = digits != 2 || first > 59;
        if (!Skip(text, ref at, ':') || Number(text, ref at, out digits) is not { } second || digits != 2) return null;
        long third;
        if (hours || (at < text.Length && text[at] == ':'))
        {
            if (!Skip(text, ref at, ':') || Number(text, ref at, out digits) is not { } seconds || digits != 2) return null;
            third = seconds;
        }
        else
        {
            (first, second, third) = (0, first.Value, second);
        }

        if (!Skip(text, ref at, '.') || Number(text, ref at, out digits) is not { } thousandths || digits != 3) return null;
        return second > 59 || third > 59 ? null : (((first * 60) + second) * 60 + third) * 1000 + thousandths;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\f') at++;
        return at;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int at, char expected)
    {
        if (at >= text.Length || text[at] != expected) return false;
        at++;
        return true;
    }

    private static long? Number(ReadOnlySpan<char> text, ref int at, out int digits)
    {
        var start = at;
        long value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at])) value = Math.Min((value * 10) + text[at++] - '0', int.MaxValue);
        digits = at - start;
        return digits == 0 ? null : value;
    }
}
