using System.Globalization;
using System.Xml;
using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Clouds;

/// <summary>Azure Speech: batch transcription (`recognizedPhrases`, times in ticks of 100 ns), fast transcription (`phrases`, milliseconds) and the lines its SDK prints (`DisplayText`, ticks).</summary>
internal static class Azure
{
    private const decimal TicksPerMs = 10_000;

    public static FormatReader Reader { get; } = JsonReader.Of("azure", "Azure Speech (JSON)", Score, "'recognizedPhrases', 'phrases' or 'DisplayText'", Read);

    private static double Score(JsonValue root) => Phrases(root).Exists(p => Words(p) is not null && Start(p) is not null) ? 0.98 : 0;

    private static List<JsonValue> Phrases(JsonValue root)
    {
        if (root.Kind == JsonKind.List) return root.Items;
        return root.List("recognizedPhrases", "phrases") is { Count: > 0 } phrases ? phrases : root["DisplayText", "NBest"] is null ? [] : [root];
    }

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var phrases = Phrases(root);
        var channels = phrases.Select(p => p["channel"]?.Scalar).OfType<string>().Distinct().Count();
        draft.Language = phrases.Select(p => p["locale"]?.Text).FirstOrDefault(l => l is not null) ?? root["locale"]?.Text;
        var tracks = new ChannelTracks(draft);
        foreach (var p in phrases)
        {
            stop.ThrowIfCancellationRequested();
            if (p["recognitionStatus", "RecognitionStatus"]?.Text is { } status && status != "Success")
            {
                draft.WarnAlike(p.Line, "the recognizer heard no words here; the phrase was left out");
                continue;
            }

            var start = Start(p);
            tracks.Begin(Speaker(p, channels)).AddSegment(start, start + Length(p), Words(p), p);
        }

        tracks.Write();
    }

    /// <summary>The text as shown, with capitals and punctuation; the spoken form only where there is no other.</summary>
    private static JsonValue? Words(JsonValue p)
    {
        var best = p.List("nBest", "NBest").FirstOrDefault();
        return p["text", "DisplayText"] ?? best?["display", "Display", "itn", "ITN", "lexical", "Lexical"];
    }

    private static string? Speaker(JsonValue p, int channels) =>
        Recognized.Speaker(p["speaker", "SpeakerId"]) ?? (channels > 1 && JsonTimes.Number(p["channel"]?.Scalar) is { } n and >= 0 and < 100 ? $"Channel {(int)n + 1}" : null);

    private static long? Start(JsonValue p) => p["offsetMilliseconds", "offsetInMs"].Milliseconds() ?? Ticks(p["offsetInTicks", "Offset"]) ?? Either(p["offset"]);

    private static long? Length(JsonValue p) => p["durationMilliseconds", "durationInMs"].Milliseconds() ?? Ticks(p["durationInTicks", "Duration"]) ?? Either(p["duration"]);

    private static long? Ticks(JsonValue? value) =>
        decimal.TryParse(value?.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var ticks) && ticks is >= 0 and < 1e15m ? (long)Math.Round(ticks / TicksPerMs, MidpointRounding.AwayFromZero) : null;

    /// <summary>`"PT1M2.5S"` in batches, milliseconds in early versions of the fast service.</summary>
    private static long? Either(JsonValue? value)
    {
        if (value?.Text is not { Length: < 40 } text || !text.StartsWith("PT", StringComparison.Ordinal)) return value.Milliseconds();
        try
        {
            return (long)Math.Round(XmlConvert.ToTimeSpan(text).TotalMilliseconds, MidpointRounding.AwayFromZero);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
