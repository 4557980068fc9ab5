using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.YouTube;

/// <summary>One event of a YouTube track.</summary>
internal readonly record struct TimedRow(long? StartMs, long? EndMs, string Text, int FirstLine, int LastLine, SourceChars? Chars);

/// <summary>Writes the events of a YouTube track. In its tracks an event stays on the screen while the next one begins.</summary>
internal static class TimedRows
{
    public static void Write(IReadOnlyList<TimedRow> rows, Draft draft)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (string.IsNullOrWhiteSpace(row.Text)) continue;
            var next = NextStart(rows, i);
            var end = row.EndMs > next && next > row.StartMs ? next : row.EndMs;
            draft.Add(row.StartMs, row.StartMs is null ? null : end, null, row.Text, row.FirstLine, row.LastLine, row.Chars);
        }
    }

    /// <summary>Start of the next event with words.</summary>
    private static long? NextStart(IReadOnlyList<TimedRow> rows, int index)
    {
        // Rows that only break the line stand between two events at most, so this stays short.
        for (var i = index + 1; i < Math.Min(rows.Count, index + 10); i++)
        {
            if (!string.IsNullOrWhiteSpace(rows[i].Text)) return rows[i].StartMs;
        }

        return null;
    }
}
