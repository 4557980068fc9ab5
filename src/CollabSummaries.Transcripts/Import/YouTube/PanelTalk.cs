using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.YouTube;

/// <summary>Walks the cues of a pasted panel.</summary>
internal sealed class PanelTalk(RawText text, IReadOnlyList<(long Ms, int Line)> cues, Draft draft)
{
    private static readonly HashSet<string> Buttons = new(StringComparer.OrdinalIgnoreCase)
    {
        "Transcript", "Search in video", "Search transcript", "Show transcript", "Follow along using the transcript.", "Sync to video time", "Toggle timestamps", "Chapters",
        "Transkript", "Im Video suchen", "In Video suchen", "Transcription", "Rechercher dans la vidéo", "Transcripción", "Buscar en el vídeo", "Buscar en el video", "Trascrizione", "Cerca nel video", "Transcrição", "Pesquisar no vídeo",
    };

    private bool _timesAreSpoken;
    private bool _hasChapters;

    public void Read(CancellationToken stop)
    {
        LookAtAll();
        ReadHead();
        for (var n = 0; n < cues.Count; n++)
        {
            if (n % 1024 == 0) stop.ThrowIfCancellationRequested();
            ReadCue(n);
        }
    }

    /// <summary>Only most cues together show that the line under a time repeats it, and that a second line is a chapter's title.</summary>
    private void LookAtAll()
    {
        int spoken = 0, single = 0;
        for (var n = 0; n < cues.Count; n++)
        {
            var lines = Lines(n);
            var says = lines.Count > 1 && SpokenTime.Says(text.Lines[lines[0]], cues[n].Ms);
            if (says) spoken++;
            if (lines.Count - (says ? 1 : 0) == 1 || n == cues.Count - 1) single++;
        }

        _timesAreSpoken = spoken * 2 >= cues.Count || spoken >= 3;
        _hasChapters = single * 4 >= cues.Count * 3;
    }

    private void ReadHead()
    {
        for (var i = 0; i < cues[0].Line; i++)
        {
            var line = Blank.Trim(text.Lines[i]);
            if (line.Length == 0) continue;
            if (Buttons.Contains(line)) draft.Warn(i + 1, $"'{line}' belongs to the page, not to the talk; it was left out");
            else AddChapter(i);
        }
    }

    private void ReadCue(int n)
    {
        var lines = Lines(n);
        if (_timesAreSpoken && lines.Count > 0 && SpokenTime.Says(text.Lines[lines[0]], cues[n].Ms) && lines.Count > 1)
        {
            draft.WarnAlike(lines[0] + 1, "the line repeats the time in words; it was left out");
            lines.RemoveAt(0);
        }

        if (n == cues.Count - 1) LeaveOutFoot(lines);
        int? chapter = _hasChapters && n + 1 < cues.Count && lines.Count > 1 && !Sentence.StartsInside(text.Lines[lines[^1]]) ? lines[^1] : null;
        if (chapter is not null) lines.RemoveAt(lines.Count - 1);
        var block = new Block();
        foreach (var line in lines) block.Add(text.Lines[line], line + 1);
        if (block.IsEmpty) draft.Warn(cues[n].Line + 1, "no words follow this time; it was left out");
        else draft.Add(cues[n].Ms, null, null, block.Text, cues[n].Line + 1, block.LastLine);
        if (chapter is { } title) AddChapter(title);
    }

    /// <summary>`English (auto-generated)` at the end is the name of the track.</summary>
    private void LeaveOutFoot(List<int> lines)
    {
        while (lines.Count > 1)
        {
            var line = Blank.Trim(text.Lines[lines[^1]]);
            var isTrack = line.Length < 60 && line.EndsWith(')') && line.IndexOf('(') is > 0 and var open && line[..open].Count(char.IsLetter) > 2 && char.IsUpper(line[0]);
            if (!isTrack && !Buttons.Contains(line)) return;
            draft.Warn(lines[^1] + 1, $"'{line}' belongs to the page, not to the talk; it was left out");
            lines.RemoveAt(lines.Count - 1);
        }
    }

    private void AddChapter(int line)
    {
        var title = Blank.Trim(text.Lines[line]);
        draft.Warn(line + 1, $"'{title}' stands alone between cues; it was read as the title of a chapter");
        draft.AddChapter(title, line + 1);
    }

    private List<int> Lines(int n)
    {
        var lines = new List<int>();
        var to = n + 1 < cues.Count ? cues[n + 1].Line : text.Lines.Length;
        for (var i = cues[n].Line + 1; i < to; i++)
        {
            if (!Blank.Is(text.Lines[i])) lines.Add(i);
        }

        return lines;
    }
}
