using System.Globalization;
using System.Text.Json;

namespace CollabSummaries.Transcripts.Tests.Dialects;

/// <summary>Times and strings as the dialects write them; nothing here is shared with the readers.</summary>
internal static class Clocks
{
    private static TimeSpan Span(long ms) => TimeSpan.FromMilliseconds(ms);

    public static string Full(long ms, string mark = ".") => $"{(int)Span(ms).TotalHours:00}{Span(ms):\\:mm\\:ss}{mark}{ms % 1000:000}";

    public static string Short(long ms) => Span(ms).TotalHours >= 1 ? $"{(int)Span(ms).TotalHours}{Span(ms):\\:mm\\:ss}" : $"{(int)Span(ms).TotalMinutes}{Span(ms):\\:ss}";

    public static string Bare(long ms) => $"{(int)Span(ms).TotalHours}:{Span(ms).Minutes}:{Span(ms).Seconds}.{ms % 1000:000}";

    public static string Seconds(long ms) => (ms / 1000m).ToString(CultureInfo.InvariantCulture);

    public static string Json(string text) => JsonSerializer.Serialize(text);

    public static string InXml(string text) => System.Security.SecurityElement.Escape(text)!;

    public static string InVtt(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
