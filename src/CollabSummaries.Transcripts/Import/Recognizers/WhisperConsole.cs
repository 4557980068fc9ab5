using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>What Whisper prints: `[00:00.000 --> 00:04.000]  text` or `[1.00s -> 2.00s] text`.</summary>
internal static class WhisperConsole
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("whisper-text", "Whisper (console output)"), Score, Read);

    private static double Score(RawText text)
    {
        var cues = MarkedLines.Of(text, l => Cue(l) is not null);
        return cues.AreOneIn(2) ? 0.97 : cues.Marked > 1 ? 0.5 : 0;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var loop = new WhisperLoop(draft);
        WhisperSegment? open = null;
        int first = 0, last = 0;
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 1024 == 0) stop.ThrowIfCancellationRequested();
            var line = text.Lines[i];
            if (Blank.Is(line)) continue;
            if (Cue(line) is { } cue)
            {
                if (open is not null) loop.Add(open, first, last);
                (open, first, last) = (new WhisperSegment(cue.Start, cue.End, null, line[cue.After..]), i + 1, i + 1);
            }
            else if (open is not null)
            {
                (open, last) = (open with { Text = open.Text + " " + Blank.Trim(line) }, i + 1);
            }
            else
            {
                draft.WarnAlike(i + 1, "the line stands before the first time and was left out: it is the program's own message");
            }
        }

        if (open is null) throw new RefusedException("no line like '[00:00.000 --> 00:04.000] text' was found, so this is no console output of Whisper", 1, "text");
        loop.Add(open, first, last);
        loop.End();
    }

    private static (long? Start, long? End, int After)? Cue(string line)
    {
        var at = line.AsSpan().IndexOfAnyExcept(" \t");
        if (at < 0 || line[at] != '[') return null;
        var close = line.AsSpan(at, Math.Min(60, line.Length - at)).IndexOf(']');
        if (close < 0) return null;
        var inside = line.AsSpan(at + 1, close - 1);
        var arrow = inside.IndexOf("->");
        if (arrow < 1) return null;
        var (start, end) = (Time(inside[..arrow].TrimEnd("- ")), Time(inside[(arrow + 2)..].Trim()));
        return start is null || end is null ? null : (start, end, at + close + 1);
    }

    private static long? Time(ReadOnlySpan<char> text)
    {
        if (Clock.Read(text) is { } clock) return clock.Length == text.Length ? clock.Ms : null;
        return JsonTimes.Number(text.ToString()) is { } seconds and >= 0 ? (long)Math.Round(seconds * 1000, MidpointRounding.AwayFromZero) : null;
    }
}
