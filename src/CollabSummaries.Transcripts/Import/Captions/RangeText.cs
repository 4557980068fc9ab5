using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Tables;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>A line `00:00:00:00 - 00:00:03:15` (Premiere, with frames) or `00:00:05,000 - 00:00:08,000`, perhaps a name, then the words.</summary>
internal static class RangeText
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("ranges", "Times with a dash (Premiere)"), Score, Read);

    private static double Score(RawText text) => MarkedLines.Of(text, l => Times(l) is not null).AreOneIn(10) ? 0.9 : 0;

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var cues = new List<(int Line, CsvTime Start, CsvTime End)>();
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (Times(text.Lines[i]) is var (start, end)) cues.Add((i, start, end));
        }

        if (cues.Count == 0) throw new RefusedException("no line like '00:00:05,000 - 00:00:08,000' was found", 1, "text");
        var highest = cues.Max(c => Math.Max(c.Start.Frames ?? 0, c.End.Frames ?? 0));
        var rate = CsvTime.Rate(highest);
        if (highest > 0) draft.Warn(cues[0].Line + 1, $"the times count frames without a frame rate; they were read at {rate} frames a second, the smallest usual rate that fits");
        var names = Names(text, cues.ConvertAll(c => c.Line));
        for (var n = 0; n < cues.Count; n++)
        {
            var (line, start, end) = cues[n];
            var name = line + 1 < text.Lines.Length && names.Contains(Blank.Trim(text.Lines[line + 1])) ? Blank.Trim(text.Lines[line + 1]) : null;
            var block = new Block();
            for (var i = line + (name is null ? 1 : 2); i < (n + 1 < cues.Count ? cues[n + 1].Line : text.Lines.Length); i++) block.Add(text.Lines[i], i + 1);
            if (block.IsEmpty) draft.Warn(line + 1, "no words follow this time; it was left out");
            else draft.Add(start.ToMs(rate, false), end.ToMs(rate, false), name, block.Text, line + 1, block.LastLine);
        }
    }

    /// <summary>Lines right under a time that look like a name, in a file where nearly all do: names of speakers.</summary>
    private static HashSet<string> Names(RawText text, List<int> cues)
    {
        var below = cues.Where(l => l + 2 < text.Lines.Length && !Blank.Is(text.Lines[l + 2])).Select(l => Blank.Trim(text.Lines[l + 1])).Where(n => SpeakerName.Fits(n) && !Sentence.EndsIn(n)).ToList();
        return below.Count * 10 >= cues.Count * 9 ? [.. below] : [];
    }

    private static (CsvTime Start, CsvTime End)? Times(string line)
    {
        var trimmed = Blank.Trim(line);
        if (trimmed.Length is < 9 or > 40 || !char.IsAsciiDigit(trimmed[0])) return null;
        var dash = trimmed.AsSpan().IndexOfAny("-–—");
        if (dash < 4 || trimmed.AsSpan().IndexOfAny(':', ';') < 0 || trimmed.Contains('>')) return null;
        return CsvTime.Read(Clean(trimmed[..dash])) is { IsNumber: false } start && CsvTime.Read(Clean(trimmed[(dash + 1)..])) is { IsNumber: false } end ? (start, end) : null;
    }

    /// <summary>Drop-frame times have semicolons.</summary>
    private static string Clean(string time) => Blank.Trim(time).Replace(';', ':');
}
