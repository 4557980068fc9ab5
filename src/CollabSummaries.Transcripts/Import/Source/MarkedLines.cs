namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>How many lines of a file carry the mark of a format, blank lines not counted.</summary>
internal readonly record struct MarkedLines(int Lines, int Marked)
{
    public static MarkedLines Of(RawText text, Func<string, bool> isMarked)
    {
        int lines = 0, marked = 0;
        foreach (var line in text.Lines)
        {
            if (Blank.Is(line)) continue;
            lines++;
            if (isMarked(line)) marked++;
        }

        return new MarkedLines(lines, marked);
    }

    /// <summary>Whether at least one line in so many has the mark, and one at all.</summary>
    public bool AreOneIn(int lines) => Marked > 0 && Marked * lines >= Lines;
}
