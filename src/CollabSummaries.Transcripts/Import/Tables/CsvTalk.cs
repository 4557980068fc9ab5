using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Tables;

/// <summary>A table of start, end, speaker and text, with a header or without.</summary>
internal static class CsvTalk
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("csv", "Table (CSV, TSV)"), Score, Read);

    private static double Score(RawText text)
    {
        if (text.Lines.Length == 0 || Array.Find(text.Lines, l => !Blank.Is(l)) is not { } first || Unreadable.Markup(first.TrimStart()) is not null || JsonFile.Of(text).Root is not null) return 0;
        var file = CsvFile.Of(text);
        if (CsvColumns.Of(file) is not { } columns || file.Rows.Count < (columns.HasHeader ? 2 : 1)) return 0;
        var data = file.Rows.Skip(columns.HasHeader ? 1 : 0).Take(200).ToList();
        if (columns.Start is not { } start) return columns.Speaker is not null ? 0.6 : 0.3;
        var timed = data.Count(r => r.Cells.Length > Math.Max(start, columns.Text) && CsvTime.Read(r.Cells[start]) is not null);
        return timed * 10 < data.Count * 8 ? 0.1 : columns.HasHeader ? 0.98 : 0.85;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var file = CsvFile.Of(text);
        var columns = CsvColumns.Of(file) ?? throw new RefusedException("no column of text was found; a table needs a header like 'start,end,speaker,text' or a column of times", 1, "text");
        var units = CsvUnits.Of(file, columns, draft);
        WarnOfOthers(file, columns, draft);
        foreach (var row in file.Rows.Skip(columns.HasHeader ? 1 : 0))
        {
            stop.ThrowIfCancellationRequested();
            if (row.Cells.Length <= columns.Text)
            {
                draft.WarnAlike(row.FirstLine, "the row has fewer cells than the table; its words are kept without times");
                draft.Add(null, null, null, string.Join(' ', row.Cells), row.FirstLine, row.LastLine);
                continue;
            }

            var start = units.Ms(row, columns.Start);
            var end = units.Ms(row, columns.End) ?? (start + units.Ms(row, columns.Length));
            if (columns.Start is not null && start is null) draft.WarnAlike(row.FirstLine, "the time cannot be read; the row is kept without it");
            var speaker = columns.Speaker is { } s && s < row.Cells.Length && row.Cells[s].Length > 0 ? row.Cells[s].TrimEnd(':') : null;
            var words = Words(text, row, columns, file);
            if (columns.HasHeader && row.Cells.Length > file.Rows[0].Cells.Length && columns.Text != file.Rows[0].Cells.Length - 1) draft.WarnAlike(row.FirstLine, "the row has more cells than the table; the last ones were left out");
            if (words.Length == 0) draft.WarnAlike(row.FirstLine, "the row has no text and was left out");
            draft.Add(start, start is null ? null : end, speaker, words, row.FirstLine, row.LastLine);
        }
    }

    /// <summary>Text that was not quoted falls into more cells than the table has columns: the last column takes all of its line.</summary>
    private static string Words(RawText text, CsvRow row, CsvColumns columns, CsvFile file)
    {
        var last = new[] { columns.Start ?? 0, columns.End ?? 0, columns.Length ?? 0, columns.Speaker ?? 0, columns.Text }.Max();
        var width = columns.HasHeader ? file.Rows[0].Cells.Length : columns.Text + 1;
        var split = columns.Text == last && columns.Text == width - 1 && row.Cells.Length > width;
        var words = !split ? row.Cells[columns.Text] : row.Rest(text, columns.Text, file.Separator)?.Replace('\t', ' ') ?? string.Join($"{file.Separator} ", row.Cells[columns.Text..].Where(c => c.Length > 0));
        return string.Join(' ', words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void WarnOfOthers(CsvFile file, CsvColumns columns, Draft draft)
    {
        if (!columns.HasHeader) return;
        int?[] read = [columns.Start, columns.End, columns.Length, columns.Speaker, columns.Text];
        var others = file.Rows[0].Cells.Where((name, n) => name.Length > 0 && !read.Contains(n)).ToList();
        if (others.Count > 0) draft.Warn(file.Rows[0].FirstLine, $"other columns are no speech and were left out: {string.Join(", ", others.Take(20))}");
    }
}
