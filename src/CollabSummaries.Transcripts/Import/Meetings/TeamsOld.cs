using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Vtt;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>The first Word exports of Teams: a timing line with single digits, the name, the words, and no blank lines between.</summary>
internal static class TeamsOld
{
    /// <summary>Whether most cues have a name on their own line that comes back, and nothing of SRT or WebVTT is there.</summary>
    public static bool Fits(RawText text)
    {
        if (text.Lines.Length == 0 || WebVtt.HasSignature(text)) return false;
        int cues = 0, named = 0, single = 0;
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (CueTime.Read(text.Lines[i]) is not { Start: { } start, End: not null }) continue;
            cues++;
            if (start.FractionMark == ',' || (i > 0 && Blank.Trim(text.Lines[i - 1]) is { Length: > 0 } above && above.All(char.IsAsciiDigit))) return false;
            if (text.Lines[i].AsSpan().Trim().IndexOf(':') == 1) single++;
            if (Name(text, i) is not { } name) continue;
            named++;
            names[name] = names.GetValueOrDefault(name) + 1;
        }

        return cues > 0 && named * 2 > cues && (names.Values.Any(n => n > 1) || single == cues) && names.Count * 2 <= cues + 1;
    }

    public static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var cues = CueBlocks.Find(text, numbersOnly: true, stop);
        TeamsHead.Read(text, cues[0].Timing, draft);
        foreach (var cue in cues)
        {
            stop.ThrowIfCancellationRequested();
            var name = Name(text, cue.Timing);
            var block = new Block();
            for (var i = cue.Timing + (name is null ? 1 : 2); i < cue.End; i++)
            {
                if (TeamsHead.IsEvent(Blank.Trim(text.Lines[i]))) draft.Warn(i + 1, "who started or stopped the transcription is no speech; it was left out");
                else block.Add(text.Lines[i], i + 1);
            }

            if (block.IsEmpty) draft.Warn(cue.Timing + 1, "the cue has no text and was left out");
            else draft.Add(cue.Time.Start?.Ms, cue.Time.Start is null ? null : cue.Time.End?.Ms, name, block.Text, cue.Timing + 1, block.LastLine);
        }
    }

    /// <summary>The name under a timing line, where words follow it before the next one.</summary>
    private static string? Name(RawText text, int timing)
    {
        if (timing + 2 >= text.Lines.Length || Blank.Is(text.Lines[timing + 2]) || CueTime.Read(text.Lines[timing + 2]) is not null) return null;
        var name = Blank.Trim(text.Lines[timing + 1]);
        return name.Length > 0 && SpeakerName.FitsLoosely(name) && !Sentence.EndsIn(name) ? name : null;
    }
}
