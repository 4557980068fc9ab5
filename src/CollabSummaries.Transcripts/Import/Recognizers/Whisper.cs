using CollabSummaries.Transcripts.Import.Json;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>The JSON of Whisper and what grew from it: openai-whisper, the OpenAI API, faster-whisper (a bare list or JSON lines), WhisperX with speakers, whisper.cpp; also the lists of youtube-transcript-api (`start`, `duration`).</summary>
internal static class Whisper
{
    private const decimal LongestSegmentSeconds = 150;

    public static FormatReader Reader { get; } = JsonReader.Of(
        "whisper", "Whisper, WhisperX (JSON)", Score, "'segments' with 'start' and 'text', nor 'transcription' with 'offsets'", Read);

    private static double Score(JsonValue root)
    {
        if (Segments(root).Count == 0) return 0;
        return root["language", "word_segments", "transcription"] is not null ? 0.97 : 0.85;
    }

    private static List<JsonValue> Segments(JsonValue root)
    {
        var list = root.Kind == JsonKind.List ? root.Items : root.List("segments") is { Count: > 0 } segments ? segments : root.List("transcription", "transcript", "subtitles");
        return list.Exists(IsSegment) ? list : [];
    }

    private static bool IsSegment(JsonValue value) =>
        (value["text"] is not null && value["start", "end", "offsets", "timestamps"] is not null && value["attributes"] is null) || IsTuple(value);

    /// <summary>faster-whisper's named tuple written as a list: id, seek, start, end, text, ….</summary>
    private static bool IsTuple(JsonValue value) => value.Items is [{ Kind: JsonKind.Number }, { Kind: JsonKind.Number }, { Kind: JsonKind.Number }, { Kind: JsonKind.Number }, { Kind: JsonKind.Text }, ..];

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        draft.Language = Language(root["language"]?.Text ?? root["result"]?["language"]?.Text);
        var loop = new WhisperLoop(draft);
        var segments = Segments(root);
        var inMilliseconds = CountsMilliseconds(segments);
        if (inMilliseconds) draft.Warn(segments[0].Line, "the times are whole numbers too far apart for seconds; they were read as milliseconds");
        foreach (var segment in segments)
        {
            stop.ThrowIfCancellationRequested();
            if (IsSegment(segment)) loop.Add(Spoken(segment, inMilliseconds), segment);
            else draft.WarnAlike(segment.Line, "the entry is no segment with text and times; it was left out");
        }

        loop.End();
    }

    /// <summary>Some tools write the same keys in milliseconds: no segment of speech is minutes long.</summary>
    private static bool CountsMilliseconds(List<JsonValue> segments)
    {
        var starts = segments.Select(s => s["start"]?.Scalar).OfType<string>().ToList();
        if (starts.Count < 2 || starts.Exists(t => t.Contains('.')) || JsonTimes.Number(starts[0]) is not { } first || JsonTimes.Number(starts[^1]) is not { } last) return false;
        return (last - first) / (starts.Count - 1) > LongestSegmentSeconds;
    }

    private static WhisperSegment Spoken(JsonValue s, bool inMilliseconds)
    {
        if (IsTuple(s)) return new(s.Items[2].Seconds(), s.Items[3].Seconds(), null, s.Items[4].Text!, s.Items[4].Inside);
        var text = s["text"]?.Text ?? "";
        var chars = s["text"]?.Inside;
        if (s["offsets"] is { } offsets) return new(offsets["from"].Milliseconds(), offsets["to"].Milliseconds(), null, text, chars);
        if (s["timestamps"] is { } clock) return new(clock["from"].OnClock(), clock["to"].OnClock(), null, text, chars);
        if (inMilliseconds) return new(s["start"].Milliseconds(), s["end"].Milliseconds() ?? (s["start"].Milliseconds() + s["duration"].Milliseconds()), Recognized.Speaker(s["speaker"]), text, chars);
        var words = s.List("words");
        var start = s["start"].Seconds() ?? words.Select(w => w["start"].Seconds()).FirstOrDefault(t => t is not null);
        var end = s["end"].Seconds() ?? words.Select(w => w["end"].Seconds()).LastOrDefault(t => t is not null) ?? (start + s["duration", "dur"].Seconds());
        return new(start, end, Recognized.Speaker(s["speaker"]) ?? MostFrequent(words), text, chars);
    }

    /// <summary>WhisperX leaves the speaker out of some words, numerals above all; most of those that have one decide.</summary>
    private static string? MostFrequent(List<JsonValue> words) =>
        words.Select(w => Recognized.Speaker(w["speaker"])).Where(s => s is not null).GroupBy(s => s).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;

    /// <summary>The OpenAI API writes `english` where others write `en`.</summary>
    private static string? Language(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" => null,
        "english" => "en",
        "german" => "de",
        "french" => "fr",
        "spanish" => "es",
        "italian" => "it",
        "portuguese" => "pt",
        "dutch" => "nl",
        { Length: > 8 } => null,
        var tag => tag,
    };
}
