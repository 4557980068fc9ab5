using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Talks;

/// <summary>Plain text, hard-wrapped or a paragraph a line, with or without names and times before the words.</summary>
internal static class PlainText
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("text", "Plain text"), Score, Read);

    /// <summary>Fills the draft from the lines of a text.</summary>
    public static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var marks = new Marks(text, [], stop);
        var width = Wrapping.Width(text.Lines);
        var writer = new TalkWriter(draft, marks, block => block);
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            var line = text.Lines[i];
            if (Blank.Is(line))
            {
                writer.End();
                continue;
            }

            if (marks[i] is { } mark)
            {
                writer.Begin(mark, i + 1);
                line = line[mark.Rest..];
            }

            writer.Add(line, i + 1);
            if (!Wrapping.GoesOn(text.Lines, i, width) && !Blank.Is(line)) writer.End();
        }

        writer.End();
        WarnOfFragments(draft);
    }

    private static double Score(RawText text)
    {
        var first = Array.Find(text.Lines, l => !Blank.Is(l));
        if (first is null || Unreadable.Markup(first.TrimStart()) is not null) return 0;
        int letters = 0, all = 0;
        foreach (var line in text.Lines)
        {
            var words = MarkScanner.Read(line) is { StartMs: not null } mark ? line.AsSpan(mark.Rest) : line;
            foreach (var c in words)
            {
                if (Blank.Is(c)) continue;
                all++;
                if (char.IsLetter(c)) letters++;
            }

            if (all > 20_000) break;
        }

        return letters * 2 < all ? 0 : 0.4;
    }

    private static void WarnOfFragments(Draft draft)
    {
        if (draft.Segments.Count == 0) return;
        var (first, last) = (draft.Segments[0], draft.Segments[^1]);
        if (Sentence.StartsInside(first.Text)) draft.Warn(first.FirstLine, "the text starts in the middle of a sentence; it is kept as it is");
        var punctuated = draft.Segments.Any(s => s.Text.AsSpan().ContainsAny('.', '?', '!'));
        if (punctuated && !Sentence.EndsIn(last.Text)) draft.Warn(last.LastLine, "the text ends in the middle of a sentence; it is kept as it is");
    }
}
