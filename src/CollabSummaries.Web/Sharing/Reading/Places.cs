using System.Globalization;

namespace CollabSummaries.Web.Sharing.Reading;

/// <summary>How a place in a talk is written.</summary>
internal static class Places
{
    /// <summary>"1:04:09", "04:09", or "¶ 12" where there are no times.</summary>
    /// <param name="turn">Place of the turn in the transcript, from 0.</param>
    public static string Of(long? startMs, int turn) => startMs is { } ms ? Time(ms) : string.Create(CultureInfo.InvariantCulture, $"¶ {turn + 1}");

    public static string Time(long ms)
    {
        var at = TimeSpan.FromMilliseconds(ms);
        return at.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{at.Minutes:00}:{at.Seconds:00}");
    }
}
