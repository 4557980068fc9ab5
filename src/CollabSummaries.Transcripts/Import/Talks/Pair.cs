using CollabSummaries.Transcripts.Export;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Talks;

/// <summary>The pair format: a transcript as plain text, the line `-> summary ->`, bullets.</summary>
internal static class Pair
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("pair", "Transcript and summary (pair)"), Score, Read);

    private static double Score(RawText text) => Array.Exists(text.Lines, l => PairFormat.IsMark(l)) ? 0.98 : 0;

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var mark = Array.FindIndex(text.Lines, l => PairFormat.IsMark(l));
        if (mark < 0) throw new RefusedException($"no line '{PairFormat.Mark}' was found, so this is no pair file", 1, "text");
        var second = Array.FindIndex(text.Lines, mark + 1, l => PairFormat.IsMark(l));
        if (second >= 0) throw new RefusedException($"a second line '{PairFormat.Mark}' was found; a pair file holds one talk, so split it here", second + 1, "pair");
        PlainText.Read(text.Only(0, mark), draft, stop);
        if (draft.Segments.Count == 0) throw new RefusedException($"no transcript stands before the line '{PairFormat.Mark}'", mark + 1, "text");
        draft.Summary = Bullets(text, mark + 1, draft);
        if (draft.Summary.Count == 0) draft.Warn(mark + 1, "no bullet follows this line; the summary is empty");
    }

    /// <summary>One bullet a marked line; an unmarked line goes on with the bullet before it.</summary>
    private static List<string> Bullets(RawText text, int from, Draft draft)
    {
        var bullets = new List<string>();
        for (var i = from; i < text.Lines.Length; i++)
        {
            var line = Blank.Trim(text.Lines[i]);
            if (line.Length == 0) continue;
            var marked = AfterMark(line);
            if (marked is not null)
            {
                if (marked.Length > 0) bullets.Add(marked);
            }
            else if (bullets.Count > 0 && !Blank.Is(text.Lines[i - 1]))
            {
                bullets[^1] += " " + line;
            }
            else
            {
                draft.WarnAlike(i + 1, "the line has no bullet mark; it was read as a bullet of its own");
                bullets.Add(line);
            }
        }

        return bullets;
    }

    private static string? AfterMark(string line)
    {
        if (line is "*" or "-" or "•") return "";
        if (line[0] is '*' or '-' or '+' or '•' or '–' && line.Length > 1 && Blank.Is(line[1])) return Blank.Trim(line[1..]);
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits is > 0 and < 4 && digits + 1 < line.Length && line[digits] is '.' or ')' && Blank.Is(line[digits + 1]) ? Blank.Trim(line[(digits + 1)..]) : null;
    }
}
