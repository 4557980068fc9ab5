using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>Where the name stands to the line with the time.</summary>
internal enum NamePlace
{
    Behind,
    Below,
    Above,
}

/// <summary>Meeting notes of many tools: a time alone on a line with the name above or below it, or `0:12 Jane Doe`, `[00:00:12] Jane Doe` with the words below.</summary>
internal static class StackedNames
{
    private const int FewestMarks = 3;

    public static FormatReader Reader { get; } = new(new TranscriptFormat("meeting", "Meeting notes (times and names on lines)"), Score, Read);

    private static double Score(RawText text) => Find(text) is null ? 0 : 0.94;

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        if (Find(text) is not var (place, marks)) throw new RefusedException("no times with names that come back were found on lines of their own, so these are no such meeting notes", 1, "text");
        KeepHead(text, marks[0].First, draft);
        for (var n = 0; n < marks.Count; n++)
        {
            stop.ThrowIfCancellationRequested();
            var (first, words, ms, name) = marks[n];
            var block = new Block();
            for (var i = words; i < (n + 1 < marks.Count ? marks[n + 1].First : text.Lines.Length); i++) block.Add(text.Lines[i], i + 1);
            if (block.IsEmpty) draft.Warn(first + 1, "no words follow this name; it was left out");
            else Add(draft, block, ms, name, first + 1);
        }
    }

    private static void Add(Draft draft, Block block, long ms, string name, int line)
    {
        long? start = ms;
        foreach (var (text, first, last) in BlockSplit.Parts(block))
        {
            draft.Add(start, null, name, text, start is null ? first : line, last);
            start = null;
        }
    }

    private static void KeepHead(RawText text, int end, Draft draft)
    {
        for (var i = 0; i < end; i++)
        {
            if (Blank.Is(text.Lines[i])) continue;
            draft.WarnAlike(i + 1, "the line stands before the first speaker; it is kept without time");
            draft.Add(null, null, null, text.Lines[i], i + 1, i + 1);
        }
    }

    /// <summary>The place where nearly every time has a name that comes back.</summary>
    private static (NamePlace Place, List<(int First, int Words, long Ms, string Name)> Marks)? Find(RawText text)
    {
        var times = new List<(int Line, long Ms, string After)>();
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (Time(Blank.Trim(text.Lines[i])) is var (ms, after)) times.Add((i, ms, after));
        }

        if (times.Count < FewestMarks) return null;
        foreach (var place in Enum.GetValues<NamePlace>())
        {
            var marks = times.Select(t => Mark(text, t, place)).Where(m => m is not null).Select(m => m!.Value).ToList();
            var names = marks.Select(m => m.Name).Distinct(StringComparer.Ordinal).Count();
            if (marks.Count * 10 >= times.Count * 9 && names * 3 <= marks.Count * 2) return (place, marks);
        }

        return null;
    }

    /// <summary>A time at the start of a line, bare or in brackets (Trint), and what follows it.</summary>
    private static (long Ms, string After)? Time(string line)
    {
        var open = line.Length > 0 && line[0] is '[' or '(' ? 1 : 0;
        if (line.Length is <= 3 or >= 100 || !char.IsAsciiDigit(line[open]) || Clock.Read(line.AsSpan(open)) is not { } clock) return null;
        var after = open + clock.Length;
        if (open == 1 && (after >= line.Length || line[after++] is not (']' or ')'))) return null;
        return after == line.Length || Blank.Is(line[after]) ? (clock.Ms, Blank.Trim(line[after..])) : null;
    }

    private static (int First, int Words, long Ms, string Name)? Mark(RawText text, (int Line, long Ms, string After) time, NamePlace place)
    {
        var line = time.Line + (place switch { NamePlace.Below => 1, NamePlace.Above => -1, _ => 0 });
        if (line < 0 || line >= text.Lines.Length || (place != NamePlace.Behind && time.After.Length > 0)) return null;
        var name = place == NamePlace.Behind ? time.After : Blank.Trim(text.Lines[line]);
        if (!SpeakerName.Fits(name) || Sentence.EndsIn(name)) return null;
        var words = Math.Max(line, time.Line) + 1;
        return words < text.Lines.Length && !Blank.Is(text.Lines[words]) ? (Math.Min(line, time.Line), words, time.Ms, name) : null;
    }
}
