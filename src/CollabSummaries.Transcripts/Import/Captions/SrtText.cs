using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>The words under an SRT timing line, up to the next cue.</summary>
internal static class SrtText
{
    /// <summary>Adds the cue; a number alone that continues the index, with words under it, is a cue whose timing line is missing.</summary>
    public static void Add(RawText text, CueBlock cue, long? index, Draft draft, List<SpokenCue> cues)
    {
        var from = cue.Timing + 1;
        var lost = FindLostCue(text, from, cue.End, index);
        var block = Join(text, from, lost ?? cue.End, Behind(text.Lines[cue.Timing]));
        if (block.IsEmpty) draft.Warn(cue.Timing + 1, "the cue has no text and was left out");
        else cues.Add(new SpokenCue(cue.Time.Start?.Ms, cue.Time.Start is null ? null : cue.Time.End?.Ms, null, block.Text, cue.Head + 1, block.LastLine));
        while (lost is { } head)
        {
            index++;
            lost = FindLostCue(text, head + 1, cue.End, index);
            var words = Join(text, head + 1, lost ?? cue.End);
            draft.Lenient(head + 1, "the cue has no timing line; it is kept without times");
            if (!words.IsEmpty) cues.Add(new SpokenCue(null, null, null, words.Text, head + 1, words.LastLine));
        }
    }

    /// <summary>Words before the first cue belong to none; they are kept without times.</summary>
    public static void AddStray(RawText text, int from, int to, Draft draft, List<SpokenCue> cues)
    {
        var block = Join(text, from, to);
        if (block.IsEmpty) return;
        draft.Lenient(block.FirstLine, "text stands before the first cue; it is kept without times");
        cues.Add(new SpokenCue(null, null, null, block.Text, block.FirstLine, block.LastLine));
    }

    private static int? FindLostCue(RawText text, int from, int to, long? index)
    {
        for (var i = from + 1; index is not null && i + 1 < to; i++)
        {
            if (!Blank.Is(text.Lines[i - 1]) || Blank.Is(text.Lines[i + 1])) continue;
            if (long.TryParse(text.Lines[i].AsSpan().Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number == index + 1) return i;
        }

        return null;
    }

    /// <summary>Words on the timing line itself; coordinates and settings (`X1:100`, `position:0%`) are none.</summary>
    public static string Behind(string line)
    {
        var rest = line.AsSpan(line.IndexOf(CueTime.Arrow, StringComparison.Ordinal) + CueTime.Arrow.Length).TrimStart();
        if (Clock.Read(rest) is not { } end) return "";
        rest = rest[end.Length..].Trim();
        foreach (var part in rest.Split(' '))
        {
            if (rest[part].Length > 0 && !rest[part].Contains(':')) return rest.ToString();
        }

        return "";
    }

    private static Block Join(RawText text, int from, int to, string behind = "")
    {
        var block = new Block();
        block.Add(CaptionMarkup.Plain(behind), from);
        for (var i = from; i < to; i++) block.Add(CaptionMarkup.Plain(text.Lines[i]), i + 1);
        return block;
    }
}
