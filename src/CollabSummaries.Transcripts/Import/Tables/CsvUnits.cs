namespace CollabSummaries.Transcripts.Import.Tables;

/// <summary>What the numbers of a table mean, from all its rows.</summary>
internal sealed class CsvUnits(int rate, bool inMilliseconds)
{
    /// <summary>A cue is hardly ever longer than this; whole numbers further apart are milliseconds.</summary>
    private const decimal LongestCueSeconds = 150;

    public static CsvUnits Of(CsvFile file, CsvColumns columns, Draft draft)
    {
        var header = columns.HasHeader && columns.Start is { } at ? file.Rows[0].Cells[at] : "";
        var rows = file.Rows.Skip(columns.HasHeader ? 1 : 0).ToList();
        var starts = rows.Select(r => (r.FirstLine, Time: Time(r, columns.Start))).Where(t => t.Time is not null).ToList();
        var frames = starts.Concat(rows.Select(r => (r.FirstLine, Time: Time(r, columns.End)))).Where(t => t.Time?.Frames is not null).ToList();
        var rate = CsvTime.Rate(frames.Count == 0 ? 0 : frames.Max(f => f.Time!.Value.Frames!.Value));
        if (frames.Exists(f => f.Time!.Value.Frames > 0))
            draft.Warn(frames[0].FirstLine, $"the times count frames without a frame rate; they were read at {rate} frames a second, the smallest usual rate that fits");
        return new CsvUnits(rate, header.Contains("ms", StringComparison.OrdinalIgnoreCase) || header.Contains("milli", StringComparison.OrdinalIgnoreCase) || LooksLikeMilliseconds([.. starts.Select(s => s.Time!.Value)]));
    }

    public long? Ms(CsvRow row, int? column) => Time(row, column)?.ToMs(rate, inMilliseconds);

    private static CsvTime? Time(CsvRow row, int? column) => column is { } c && c < row.Cells.Length ? CsvTime.Read(row.Cells[c]) : null;

    /// <summary>Whisper's TSV counts whole milliseconds; seconds would make cues of many minutes.</summary>
    private static bool LooksLikeMilliseconds(List<CsvTime> starts)
    {
        if (starts.Count < 2 || !starts.TrueForAll(t => t.IsNumber && t.Ms == Math.Floor(t.Ms))) return false;
        return (starts[^1].Ms - starts[0].Ms) / (starts.Count - 1) > LongestCueSeconds;
    }
}
