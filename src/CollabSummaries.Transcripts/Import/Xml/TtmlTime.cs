using System.Globalization;
using System.Xml.Linq;
using CollabSummaries.Transcripts.Import.Json;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>Times of TTML with the rates a document declares: `00:00:05.000`, `00:00:05:12`, `10s`, `250ms`, `1.5m`, `2h`, `120f`, `1374000000t`; a bare number is seconds.</summary>
internal sealed class TtmlTime
{
    private readonly decimal _framesPerSecond;
    private readonly decimal _ticksPerSecond;

    public TtmlTime(XElement root)
    {
        var frames = Number(root.Value("frameRate")) ?? 30;
        var multiplier = (root.Value("frameRateMultiplier") ?? "1 1").Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        _framesPerSecond = frames * (Number(multiplier.ElementAtOrDefault(0)) ?? 1) / (Number(multiplier.ElementAtOrDefault(1)) ?? 1);
        var sub = Number(root.Value("subFrameRate")) ?? 1;
        _ticksPerSecond = Number(root.Value("tickRate")) ?? (root.Value("frameRate") is null ? 1 : frames * sub);
    }

    /// <summary>Milliseconds, not rounded, so that sums stay exact; null for what is no time.</summary>
    public decimal? Read(string? value)
    {
        value = value?.Trim();
        if (value is null or "" || value.Length > 40) return null;
        return value.Contains(':') ? OnClock(value) : Offset(value);
    }

    private decimal? Offset(string value)
    {
        var unit = value.Length - value.AsSpan().TrimEnd("hmsft").Length;
        if (JsonTimes.Number(value[..^unit]) is not { } number || number < 0) return null;
        return value[^unit..] switch
        {
            "h" => number * 3_600_000,
            "m" => number * 60_000,
            "s" or "" => number * 1000,
            "ms" => number,
            "f" => number * 1000 / _framesPerSecond,
            "t" => number * 1000 / _ticksPerSecond,
            _ => null,
        };
    }

    private decimal? OnClock(string value)
    {
        var parts = value.Replace(',', '.').Split(':');
        if (parts.Length is < 2 or > 4) return null;
        var numbers = Array.ConvertAll(parts, p => p.Length > 0 && char.IsAsciiDigit(p[0]) ? JsonTimes.Number(p) : null);
        if (Array.Exists(numbers, n => n is null)) return null;
        var seconds = parts.Length == 2 ? (numbers[0] * 60) + numbers[1] : (numbers[0] * 3600) + (numbers[1] * 60) + numbers[2];
        // A fourth field counts frames; sub-frames behind a dot are too short to matter.
        return (seconds * 1000) + (parts.Length == 4 ? Math.Floor(numbers[3]!.Value) * 1000 / _framesPerSecond : 0);
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0.0001m and < 10_000_000_000m ? number : null;
}
