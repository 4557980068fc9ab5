using CollabSummaries.Transcripts.Import.Json;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>The JSON of Whisper and what grew from it: openai-whisper, the OpenAI API, faster-whisper (a bare list or JSON lines), WhisperX with speakers, whisper.cpp.</summary>
internal static class Whisper
{
    public static FormatReader Reader { get; } = JsonReader.Of(
        "whisper", "Whisper, WhisperX (JSON)", Score, "'segments' with 'start' and 'text', nor 'transcription' with 'offsets'", Read);

    private static double Score(JsonValue root)
    {
        if (Segments(root).Count == 0) return 0;
        return root["language", "word_segments", "transcription"] is not null ? 0.97 : 0.85;
    }

    private static List<JsonValue> Segments(JsonValue root)
    {
        var list = root.Kind == JsonKind.List ? root.Items : root.List("segments") is { Count: > 0 } segments ? segments : root.List("transcription");
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
        foreach (var segment in Segments(root))
        {
            stop.ThrowIfCancellationRequested();
            if (IsSegment(segment)) loop.Add(Spoken(segment), segment);
            else draft.WarnAlike(segment.Line, "the entry is no segment with text and times; it was left out");
        }

        loop.End();
    }

    private static WhisperSegment Spoken(JsonValue s)
    {
        if (IsTuple(s)) return new(s.Items[2].Seconds(), s.Items[3].Seconds(), null, s.Items[4].Text!);
        var text = s["text"]?.Text ?? "";
        if (s["offsets"] is { } offsets) return new(offsets["from"].Milliseconds(), offsets["to"].Milliseconds(), null, text);
        if (s["timestamps"] is { } clock) return new(clock["from"].OnClock(), clock["to"].OnClock(), null, text);
        var words = s.List("words");
        var start = s["start"].Seconds() ?? words.Select(w => w["start"].Seconds()).FirstOrDefault(t => t is not null);
        var end = s["end"].Seconds() ?? words.Select(w => w["end"].Seconds()).LastOrDefault(t => t is not null);
        return new(start, end, Recognized.Speaker(s["speaker"]) ?? MostFrequent(words), text);
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
