using System.Globalization;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Json;

/// <summary>Times as recognizers write them, in milliseconds, rounded to the nearest; null for what is no time.</summary>
internal static class JsonTimes
{
    /// <summary>A time beyond this (three years) is no time of a talk.</summary>
    private const decimal LongestMs = 100_000_000_000m;

    /// <summary>Seconds as number (`1.25`), text (`"1.25"`) or protobuf duration (`"1.250s"`, `{"seconds":"1","nanos":250000000}`).</summary>
    public static long? Seconds(this JsonValue? value)
    {
        if (value?.Kind == JsonKind.Object)
        {
            return Round(((Number(value["seconds"]) ?? 0) * 1000) + ((Number(value["nanos"]) ?? 0) / 1_000_000));
        }

        return Number(value) is { } seconds ? Round(seconds * 1000) : null;
    }

    /// <summary>Milliseconds as number or text.</summary>
    public static long? Milliseconds(this JsonValue? value) => Number(value) is { } ms ? Round(ms) : null;

    /// <summary>`00:00:01,250`.</summary>
    public static long? OnClock(this JsonValue? value) => value?.Text is { } text && Clock.Read(text) is { } clock ? clock.Ms : null;

    /// <summary>A number, or a text that is one, a unit `s` aside; null outside what a time can be.</summary>
    public static decimal? Number(string? text) =>
        text is { Length: < 40 } && decimal.TryParse(text.AsSpan().TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < LongestMs
            ? number
            : null;

    private static decimal? Number(JsonValue? value) => Number(value?.Scalar);

    private static long? Round(decimal ms) => ms is >= 0 and < LongestMs ? (long)Math.Round(ms, MidpointRounding.AwayFromZero) : null;
}
