using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.YouTube;

/// <summary>Text copied from YouTube's transcript panel: a time alone on its line, perhaps the time in words, then what was said.</summary>
internal static class Panel
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("youtube-panel", "YouTube transcript panel (pasted)"), Score, Read);

    private static double Score(RawText text)
    {
        int lines = 0, times = 0, backwards = 0;
        long last = 0;
        foreach (var line in text.Lines)
        {
            if (Blank.Is(line)) continue;
            lines++;
            if (TimeAlone(line) is not { } ms) continue;
            times++;
            if (ms < last) backwards++;
            last = ms;
        }

        if (times < 2 || times * 4 < lines || backwards * 4 > times) return 0;
        return lines <= times ? 0 : 0.9;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var cues = Cues(text, stop);
        if (cues.Count == 0) throw new RefusedException("no time stands alone on a line, so this is not the text of YouTube's transcript panel", 1, "text");
        new PanelTalk(text, cues, draft).Read(stop);
    }

    /// <summary>Time and line index of each time that stands alone.</summary>
    private static List<(long Ms, int Line)> Cues(RawText text, CancellationToken stop)
    {
        var cues = new List<(long, int)>();
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (TimeAlone(text.Lines[i]) is { } ms) cues.Add((ms, i));
        }

        return cues;
    }

    private static long? TimeAlone(string line)
    {
        var trimmed = Blank.Trim(line);
        return trimmed.Length is > 3 and < 10 && Clock.Read(trimmed) is { FractionDigits: 0 } clock && clock.Length == trimmed.Length ? clock.Ms : null;
    }
}
