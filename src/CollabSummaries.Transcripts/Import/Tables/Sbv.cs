using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Tables;

/// <summary>SubViewer as YouTube writes it: `0:00:01.000,0:00:04.000`, then the words.</summary>
internal static class Sbv
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("sbv", "SubViewer (SBV)"), Score, Read);

    private static double Score(RawText text) => MarkedLines.Of(text, l => Times(l) is not null).AreOneIn(10) ? 0.97 : 0;

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var cues = new List<SpokenCue>();
        (long Start, long End, int Line)? open = null;
        var block = new Block();
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (Times(text.Lines[i]) is var (start, end))
            {
                Close();
                (open, block) = ((start, end, i + 1), new Block());
            }
            else
            {
                block.Add(CaptionMarkup.Plain(text.Lines[i]).Replace("[br]", " ", StringComparison.Ordinal), i + 1);
            }
        }

        if (open is null) throw new RefusedException("no line like '0:00:01.000,0:00:04.000' was found, so this is no SBV file", 1, "text");
        Close();
        SpokenCues.Write(cues, draft, inherit: false);

        void Close()
        {
            if (open is var (start, end, line))
            {
                if (block.IsEmpty) draft.Warn(line, "the cue has no text and was left out");
                else cues.Add(new SpokenCue(start, end, null, block.Text, line, block.LastLine));
            }
            else if (!block.IsEmpty)
            {
                draft.Warn(block.FirstLine, "text stands before the first cue; it is kept without times");
                cues.Add(new SpokenCue(null, null, null, block.Text, block.FirstLine, block.LastLine));
            }
        }
    }

    private static (long Start, long End)? Times(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (trimmed.Length is < 9 or > 40 || Clock.Read(trimmed) is not { FractionMark: '.' } start) return null;
        if (start.Length >= trimmed.Length || trimmed[start.Length] != ',') return null;
        var rest = trimmed[(start.Length + 1)..];
        return Clock.Read(rest) is { } end && end.Length == rest.Length ? (start.Ms, end.Ms) : null;
    }
}
