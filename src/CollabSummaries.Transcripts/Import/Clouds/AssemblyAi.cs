using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Clouds;

/// <summary>AssemblyAI: times in whole milliseconds; `utterances` with speakers, else words.</summary>
internal static class AssemblyAi
{
    public static FormatReader Reader { get; } = JsonReader.Of("assemblyai", "AssemblyAI (JSON)", Score, "'utterances' or 'words' at the top", Read);

    private static double Score(JsonValue root)
    {
        var rows = Rows(root);
        if (!rows.Exists(r => r["text"] is not null && r["start"] is { Kind: JsonKind.Number })) return 0;
        // Its times are whole milliseconds; a fraction means seconds, and another service.
        if (rows.Exists(r => r["start"]?.Scalar?.Contains('.') == true || r["speaker_id"] is not null)) return 0;
        return root["audio_duration", "acoustic_model", "language_code", "audio_url", "utterances"] is not null ? 0.98 : 0.6;
    }

    private static List<JsonValue> Rows(JsonValue root) => root.List("utterances") is { Count: > 0 } utterances ? utterances : root.List("words");

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        draft.Language = root["language_code"]?.Text?.Replace('_', '-');
        var run = root.List("utterances").Count > 0 ? null : new WordRun(draft);
        foreach (var row in Rows(root))
        {
            stop.ThrowIfCancellationRequested();
            var (start, end) = (row["start"].Milliseconds(), row["end"].Milliseconds());
            var speaker = Recognized.Speaker(row["speaker", "channel"]);
            if (run is null) draft.AddSegment(start, end, speaker, row["text"], row);
            else run.Add(row["text"], start, end, speaker, row);
        }

        run?.End();
    }
}
