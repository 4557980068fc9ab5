using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>A cue read leniently; its text keeps its markup and line feeds.</summary>
/// <param name="FirstLine">Null for words outside every cue: they begin at their text.</param>
internal sealed record LenientCue(long? StartMs, long? EndMs, string Text, int? FirstLine, int TextLine);

/// <summary>WebVTT as tools write it: odd times, blank lines where none belong, cues without times.</summary>
internal sealed class LenientVtt(RawText text, Draft draft)
{
    private readonly List<LenientCue> _cues = [];

    public static IReadOnlyList<LenientCue> Read(RawText text, Draft draft, CancellationToken stop)
    {
        var blocks = CueBlocks.Find(text, numbersOnly: false, stop);
        if (blocks.Count == 0)
            throw new RefusedException("no line like '00:00:01.000 --> 00:00:04.000' was found, so this file holds no WebVTT cue", 1, "text");
        draft.CuesInFile = blocks.Count;
        if (RollingCues.Collapse(text, blocks, draft, stop) is var (collapsed, fewer)) (text, blocks) = (collapsed, fewer);
        if (!WebVtt.HasSignature(text)) draft.WarnAlike(1, "the first line is not 'WEBVTT'; the file was read as WebVTT all the same");
        var lenient = new LenientVtt(text, draft);
        lenient.ReadWords(VttHeader.Read(text, blocks[0].Head, draft), blocks[0].Head, inCue: false);
        foreach (var block in blocks)
        {
            stop.ThrowIfCancellationRequested();
            lenient.ReadCue(block);
        }

        return lenient._cues;
    }

    private void ReadCue(CueBlock cue)
    {
        Check(cue);
        var (start, end) = (cue.Time.Start?.Ms, cue.Time.Start is null ? null : cue.Time.End?.Ms);
        var from = cue.Timing + 1;
        var to = EndOfBlock(from, cue.End);
        if (to > from && !IsBlank(from, to))
        {
            _cues.Add(new LenientCue(start, end, Joined(from, to), cue.Head + 1, from + 1));
            ReadWords(to, cue.End, inCue: false);
            return;
        }

        // A blank line between the times and the text: all up to the next cue is this cue's.
        var words = ReadWords(to, cue.End, inCue: true);
        if (words is var (first, last))
        {
            draft.WarnAlike(cue.Timing + 1, "a blank line stands inside the cue; what follows it was taken as its text");
            _cues.Add(new LenientCue(start, end, Joined(first, last), cue.Head + 1, first + 1));
        }
        else
        {
            draft.Warn(cue.Timing + 1, "the cue has no text and was left out");
        }
    }

    /// <summary>Blocks outside cues: comments and styles are left out; other words are kept without times, or given back as the open cue's.</summary>
    private (int First, int Last)? ReadWords(int from, int end, bool inCue)
    {
        (int First, int Last)? words = null;
        while (from < end)
        {
            var to = EndOfBlock(from, end);
            if (to == from || IsBlank(from, to))
            {
                from = Math.Max(to, from + 1);
                continue;
            }

            if (IsAside(text.Lines[from])) LeaveOut(from, to);
            else if (inCue) words = (words?.First ?? from, to);
            else AddStray(from, to);
            from = to;
        }

        return words;
    }

    private void LeaveOut(int from, int to)
    {
        for (var i = from; i < to; i++) draft.WarnAlike(i + 1, "comments, styles and regions are not part of the talk and were left out");
    }

    private void AddStray(int from, int to)
    {
        draft.Warn(from + 1, "the text belongs to no cue; it is kept without times");
        _cues.Add(new LenientCue(null, null, Joined(from, to), null, from + 1));
    }

    private void Check(CueBlock cue)
    {
        var line = text.Lines[cue.Timing];
        if (cue.Time.Start is null) draft.WarnAlike(cue.Timing + 1, "the times cannot be read; the cue is kept without them");
        else if (cue.Time.End is null) draft.WarnAlike(cue.Timing + 1, "the end time cannot be read; the cue is kept without one");
        else if (VttTimestamp.ReadLine(line) is null) draft.WarnAlike(cue.Timing + 1, "the times are not written as WebVTT asks (hh:mm:ss.mmm); they were read all the same");
    }

    /// <summary>A line with one space on it does not end a block: YouTube writes such lines inside cues.</summary>
    private int EndOfBlock(int from, int end)
    {
        while (from < end && text.Lines[from].Length > 0) from++;
        return from;
    }

    private bool IsBlank(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!Blank.Is(text.Lines[i])) return false;
        }

        return true;
    }

    private string Joined(int from, int to) => string.Join('\n', text.Lines[from..to]);

    private static bool IsAside(string line) =>
        line == "NOTE" || line.StartsWith("NOTE ", StringComparison.Ordinal) || line.StartsWith("NOTE\t", StringComparison.Ordinal)
        || line.AsSpan().TrimEnd() is "STYLE" or "REGION";
}
