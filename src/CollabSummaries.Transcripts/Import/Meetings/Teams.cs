using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>Transcripts of Teams as Word files or pasted text: new ones `Jane Doe   0:03`, old ones `0:0:3.320 --> 0:0:6.100` with the name on the next line.</summary>
internal static class Teams
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("teams", "Teams (Word file or pasted)"), Score, Read);

    private static double Score(RawText text)
    {
        if (TeamsOld.Fits(text)) return 0.97;
        int marks = 0, three = 0, lines = 0;
        var events = false;
        foreach (var line in text.Lines)
        {
            if (Blank.Is(line)) continue;
            lines++;
            events |= TeamsHead.IsEvent(Blank.Trim(line));
            if (NameClock.Read(line) is not { } mark) continue;
            marks++;
            if (mark.Spaces >= 3) three++;
        }

        if (marks == 0 || marks * 20 < lines) return 0;
        return three * 2 > marks || events ? 0.96 : marks > 2 ? 0.62 : 0.3;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        if (TeamsOld.Fits(text))
        {
            TeamsOld.Read(text, draft, stop);
            return;
        }

        var first = NameClockTalk.FirstMark(text);
        if (first < 0) throw new RefusedException("no line like 'Jane Doe   0:03' was found, so this is no transcript of Teams", 1, "text");
        TeamsHead.Read(text, first, draft);
        new NameClockTalk(text, draft, line => TeamsHead.IsEvent(line) ? "who started or stopped the transcription is no speech" : null).Read(first, stop);
    }
}
