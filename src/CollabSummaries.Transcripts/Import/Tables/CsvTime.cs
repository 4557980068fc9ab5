using System.Globalization;
using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Tables;

/// <summary>A time in a cell: a clock, a clock with frames, or a number whose unit only the whole column tells.</summary>
/// <param name="Ms">Milliseconds; frames not counted in; of a number the number itself.</param>
/// <param name="Frames">Null when the time has none.</param>
internal readonly record struct CsvTime(decimal Ms, int? Frames, bool IsNumber)
{
    private static readonly int[] Rates = [25, 30, 50, 60, 100];

    public static CsvTime? Read(string cell)
    {
        if (cell.Length is 0 or > 30) return null;
        if (Clock.Read(cell) is { } clock && clock.Length == cell.Length) return new CsvTime(clock.Ms, null, false);
        var mark = cell.LastIndexOfAny([':', ';']);
        if (mark > 0 && cell.Length - mark is 2 or 3 && int.TryParse(cell.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var frames)
            && Clock.Read(cell.AsSpan(0, mark)) is { Fields: 3, FractionDigits: 0 } whole && whole.Length == mark)
            return new CsvTime(whole.Ms, frames, false);
        return JsonTimes.Number(cell.Replace(',', '.')) is { } number and >= 0 ? new CsvTime(number, null, true) : null;
    }

    /// <summary>The smallest usual frame rate that every frame number of a file fits in.</summary>
    public static int Rate(int highestFrame) => Array.Find(Rates, r => r > highestFrame);

    public long ToMs(int rate, bool inMilliseconds) =>
        (long)Math.Round(IsNumber && !inMilliseconds ? Ms * 1000 : Ms + ((Frames ?? 0) * 1000m / rate), MidpointRounding.AwayFromZero);
}
