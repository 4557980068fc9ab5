using CollabSummaries.Transcripts.Import.Json;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>A bare list of words with times in seconds, as the OpenAI API and ElevenLabs return when words are asked for.</summary>
internal static class WordList
{
    public static FormatReader Reader { get; } = JsonReader.Of("words", "Words with times (JSON)", Score, "'words' with 'start' in seconds", Read);

    private static double Score(JsonValue root) =>
        root.List("words").Exists(w => w["word", "text"] is not null && w["start"] is { Kind: JsonKind.Number }) ? 0.7 : 0;

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        draft.Language = root["language_code"]?.Text is { Length: 2 or 5 } code ? code : null;
        var run = new WordRun(draft);
        foreach (var w in root.List("words"))
        {
            stop.ThrowIfCancellationRequested();
            // ElevenLabs lists the spaces between words too.
            if (w["type"]?.Text == "spacing") continue;
            run.Add(w["word", "text"], w["start"].Seconds(), w["end"].Seconds(), Recognized.Speaker(w["speaker_id", "speaker"]), w);
        }

        run.End();
    }
}
