using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>A cue by its lines, as indexes into the file.</summary>
/// <param name="Head">First line: the id or, without one, the timing line.</param>
/// <param name="Timing">The timing line.</param>
/// <param name="End">One after the last line that belongs to it: the next cue's head.</param>
internal readonly record struct CueBlock(int Head, int Timing, int End, CueTime Time);

/// <summary>Finds the cues of SRT and lenient WebVTT by their timing lines, so that blank lines may be missing or too many.</summary>
internal static class CueBlocks
{
    public static List<CueBlock> Find(RawText text, bool numbersOnly, CancellationToken stop)
    {
        var heads = new List<(int Head, int Timing, CueTime Time)>();
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (CueTime.Read(text.Lines[i]) is not { } time) continue;
            var from = heads.Count == 0 ? 0 : heads[^1].Timing + 1;
            var id = i > from && IsId(text, i - 1, from, numbersOnly);
            heads.Add((id ? i - 1 : i, i, time));
        }

        var blocks = new List<CueBlock>(heads.Count);
        for (var n = 0; n < heads.Count; n++)
        {
            var (head, timing, time) = heads[n];
            blocks.Add(new CueBlock(head, timing, n + 1 < heads.Count ? heads[n + 1].Head : text.Lines.Length, time));
        }

        return blocks;
    }

    /// <summary>A number above a timing line is its id; in WebVTT so is any line that stands alone there.</summary>
    private static bool IsId(RawText text, int line, int from, bool numbersOnly)
    {
        var trimmed = text.Lines[line].AsSpan().Trim();
        if (trimmed.IsEmpty) return false;
        var number = !trimmed.ContainsAnyExceptInRange('0', '9');
        if (numbersOnly) return number;
        return (line > from && Blank.Is(text.Lines[line - 1])) || (number && line > from + 1);
    }
}
