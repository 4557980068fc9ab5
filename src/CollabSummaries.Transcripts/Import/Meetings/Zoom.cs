using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>Zoom's transcript as text: `[Jane Doe] 10:02:11`, the words on the lines under it.</summary>
internal static class Zoom
{
    private const long OneHourMs = 3_600_000;

    public static FormatReader Reader { get; } = new(new TranscriptFormat("zoom", "Zoom (transcript as text)"), Score, Read);

    private static double Score(RawText text) => MarkedLines.Of(text, l => Mark(l) is not null).AreOneIn(20) ? 0.97 : 0;

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        (string Name, long Ms, int Line)? open = null;
        var block = new Block();
        var first = true;
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (Mark(text.Lines[i]) is not var (name, ms, words))
            {
                block.Add(text.Lines[i], i + 1);
                continue;
            }

            End();
            if (first && ms > OneHourMs) draft.Warn(i + 1, "the times look like the time of day, not the time into the talk; they are kept as they are");
            (open, first) = ((name, ms, i + 1), false);
            block.Add(words, i + 1);
        }

        if (open is null) throw new RefusedException("no line like '[Jane Doe] 10:02:11' was found, so this is no transcript of Zoom", 1, "text");
        End();

        void End()
        {
            if (!block.IsEmpty && open is null) draft.Warn(block.FirstLine, "text stands before the first speaker; it is kept without time");
            if (block.IsEmpty && open is var (_, _, unused)) draft.Warn(unused, "no words follow this name; it was left out");
            if (!block.IsEmpty)
            {
                foreach (var (part, from, to) in BlockSplit.Parts(block))
                {
                    draft.Add(open?.Ms, null, open?.Name, part, open?.Line is > 0 and var line ? line : from, to);
                    if (open is { } o) open = o with { Line = 0 };
                }
            }

            block = new Block();
        }
    }

    private static (string Name, long Ms, string Words)? Mark(string line)
    {
        var trimmed = Blank.Trim(line);
        var close = trimmed.StartsWith('[') ? trimmed.IndexOf(']') : -1;
        if (close is < 2 or > 80 || !SpeakerName.FitsLoosely(trimmed.AsSpan(1, close - 1).Trim())) return null;
        var rest = Blank.Trim(trimmed[(close + 1)..]);
        if (Clock.Read(rest) is not { Fields: 3 } clock) return null;
        return clock.Length == rest.Length || Blank.Is(rest[clock.Length]) ? (Blank.Trim(trimmed[1..close]), clock.Ms, rest[clock.Length..]) : null;
    }
}
