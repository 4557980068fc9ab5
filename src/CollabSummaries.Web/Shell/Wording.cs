using System.Globalization;

namespace CollabSummaries.Web.Shell;

/// <summary>How lengths, times and numbers are written everywhere.</summary>
internal static class Wording
{
    /// <summary>"1:44:01", or "4:05" under an hour.</summary>
    public static string Length(long ms)
    {
        var time = TimeSpan.FromMilliseconds(ms);
        var (hours, minutes, seconds) = ((int)time.TotalHours, time.Minutes, time.Seconds);
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:00}:{seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{seconds:00}");
    }

    /// <summary>"00:09:41": times in a column, all as wide.</summary>
    public static string Clock(long ms)
    {
        var time = TimeSpan.FromMilliseconds(ms);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}");
    }

    /// <summary>Length of a talk; without times the number of its paragraphs, "¶ 412".</summary>
    public static string Length(long? durationMs, int segments) =>
        durationMs is { } ms ? Length(ms) : string.Create(CultureInfo.InvariantCulture, $"¶ {segments:N0}");

    /// <summary>"1 bullet", "4 bullets", "1,200 bullets".</summary>
    public static string Count(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>"now", "5 min ago", "3 h ago", "yesterday", then the date.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now)
    {
        var passed = now - then;
        if (passed < TimeSpan.FromMinutes(1))
            return "now";
        if (passed < TimeSpan.FromHours(1))
            return string.Create(CultureInfo.InvariantCulture, $"{(int)passed.TotalMinutes} min ago");
        if (passed < TimeSpan.FromHours(20))
            return string.Create(CultureInfo.InvariantCulture, $"{(int)passed.TotalHours} h ago");
        if (then.UtcDateTime.Date == now.UtcDateTime.Date.AddDays(-1))
            return "yesterday";
        return Date(DateOnly.FromDateTime(then.UtcDateTime), now);
    }

    /// <summary>"3 Nov", with the year when it is another.</summary>
    public static string Date(DateOnly date, DateTimeOffset now) =>
        date.ToString(date.Year == now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"3 November 2026".</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
