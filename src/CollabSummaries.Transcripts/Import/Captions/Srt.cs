using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Vtt;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>SubRip as it is found: index or none, comma or dot, blank lines inside text or none between cues.</summary>
internal static class Srt
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("srt", "SubRip (SRT)"), Score, Read);

    private static double Score(RawText text)
    {
        var isVtt = WebVtt.HasSignature(text);
        int cues = 0, lines = 0, comma = 0;
        foreach (var line in text.Lines)
        {
            if (!Blank.Is(line)) lines++;
            if (CueTime.Read(line) is not { Start: { } start, End: not null }) continue;
            cues++;
            if (start.FractionMark == ',') comma++;
        }

        if (cues == 0 || cues * 20 < lines) return cues == 0 ? 0 : 0.2;
        return isVtt ? 0.45 : comma * 2 >= cues ? 0.95 : 0.8;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var blocks = CueBlocks.Find(text, numbersOnly: true, stop);
        if (blocks.Count == 0)
            throw new RefusedException("no line like '00:00:01,000 --> 00:00:04,000' was found, so this is no SRT file", 1, "text");
        draft.CuesInFile = blocks.Count;
        // What yt-dlp makes of rolling captions keeps every repeated line.
        var rolls = RollingCues.Collapse(text, blocks, draft, stop);
        if (rolls is var (collapsed, fewer)) (text, blocks) = (collapsed, fewer);
        var cues = new List<SpokenCue>(blocks.Count);
        long? expected = null;
        SrtText.AddStray(text, 0, blocks[0].Head, draft, cues);
        foreach (var block in blocks)
        {
            stop.ThrowIfCancellationRequested();
            var index = block.Head == block.Timing ? null : ParseIndex(text.Lines[block.Head]);
            if (index is null) draft.Lenient(block.Timing + 1, "the cue has no index number");
            CheckTime(block, text, draft);
            SrtText.Add(text, block, index, draft, cues);
            if (rolls is null && expected is { } next && index is { } found && found != next) draft.Lenient(block.Head + 1, "the index does not follow the one before; the order of the file is kept");
            expected = index + 1;
        }

        SpokenCues.Write(cues, draft, inherit: false);
    }

    private static void CheckTime(CueBlock block, RawText text, Draft draft)
    {
        var line = block.Timing + 1;
        if (block.Time.Start is not { } start)
        {
            draft.Lenient(line, "the start time cannot be read; the cue is kept without times");
            return;
        }

        if (block.Time.End is not { } end) draft.Lenient(line, "the end time cannot be read; the cue is kept without one");
        else if (SrtText.Behind(text.Lines[block.Timing]).Length > 0) draft.Lenient(line, "words stand on the timing line; they were read as the cue's");
        else if (!IsExact(start) || !IsExact(end)) draft.Lenient(line, "the times are not written as hh:mm:ss,mmm; they were read all the same");
        else if (text.Lines[block.Timing].AsSpan().TrimEnd().Length > start.Length + end.Length + 5) draft.Lenient(line, "what follows the times on their line was left out");
    }

    private static bool IsExact(Clock clock) => clock is { Fields: 3, FractionDigits: 3, FractionMark: ',' };

    private static long? ParseIndex(string line) =>
        long.TryParse(line.AsSpan().Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : null;
}
