using System.Globalization;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>The lines above the first speaker: title, date, length, who started the transcription.</summary>
internal static class TeamsHead
{
    private static readonly string[] Dates = ["MMMM d, yyyy", "d MMMM yyyy", "MMM d, yyyy", "d MMM yyyy", "yyyy-MM-dd"];

    public static bool IsEvent(string line) =>
        line.Length < 120 && (line.EndsWith(" started transcription", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" stopped transcription", StringComparison.OrdinalIgnoreCase));

    public static void Read(RawText text, int end, Draft draft)
    {
        for (var i = 0; i < end; i++)
        {
            var line = Blank.Trim(text.Lines[i]);
            if (line.Length == 0) continue;
            if (IsEvent(line)) draft.Warn(i + 1, "who started or stopped the transcription is no speech; it was left out");
            else if (Date(line) is { } date) draft.Details = draft.Details with { Date = draft.Details.Date ?? date };
            else if (IsLength(line)) draft.Warn(i + 1, "the length of the meeting is no speech; it was left out");
            else if (draft.Details.Title is null) draft.Details = draft.Details with { Title = line };
            else Keep(line, i + 1, draft);
        }
    }

    private static void Keep(string line, int number, Draft draft)
    {
        draft.Warn(number, "the line stands before the first speaker; it is kept without time");
        draft.Add(null, null, null, line, number, number);
    }

    /// <summary>`October 12, 2023, 2:00PM`: the day alone counts.</summary>
    private static DateOnly? Date(string line)
    {
        var day = line.Split(", ") is [var month, var year, ..] && year.Length == 4 ? $"{month}, {year}" : line.Split(',')[0];
        return DateOnly.TryParseExact(day, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>`1h 2m 3s`.</summary>
    private static bool IsLength(string line) =>
        line.Length < 20 && char.IsAsciiDigit(line[0]) && line.Split(' ').All(p => p.Length > 1 && p[^1] is 'h' or 'm' or 's' && p[..^1].All(char.IsAsciiDigit));
}
