using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>Otter's text export: `Speaker 1  0:03`, the words under it, `Transcribed by https://otter.ai` at the end or taken off.</summary>
internal static class Otter
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("otter", "Otter"), Score, Read);

    private static double Score(RawText text)
    {
        int marks = 0, two = 0, lines = 0;
        var signed = false;
        foreach (var line in text.Lines)
        {
            if (Blank.Is(line)) continue;
            lines++;
            signed |= IsSignature(Blank.Trim(line));
            if (NameClock.Read(line) is not { } mark) continue;
            marks++;
            if (mark.Spaces == 2) two++;
        }

        if (marks == 0 || (!signed && marks * 20 < lines)) return 0;
        return signed ? 1 : two * 2 > marks ? 0.95 : marks > 1 ? 0.6 : 0.3;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var first = NameClockTalk.FirstMark(text);
        if (first < 0) throw new RefusedException("no line like 'Jane Doe  0:03' was found, so this is no export of Otter", 1, "text");
        for (var i = 0; i < first; i++)
        {
            if (Blank.Is(text.Lines[i])) continue;
            draft.Warn(i + 1, "the line stands before the first speaker; it is kept without time");
            draft.Add(null, null, null, text.Lines[i], i + 1, i + 1);
        }

        new NameClockTalk(text, draft, line => IsSignature(line) ? "the signature of Otter is no speech" : null).Read(first, stop);
    }

    private static bool IsSignature(string line) => line.StartsWith("Transcribed by", StringComparison.OrdinalIgnoreCase) && line.Contains("otter.ai", StringComparison.OrdinalIgnoreCase);
}
