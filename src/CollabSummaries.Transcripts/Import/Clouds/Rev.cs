using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Clouds;

/// <summary>Rev and Rev AI: monologues of elements; text has times in seconds, punctuation and spaces have none.</summary>
internal static class Rev
{
    public static FormatReader Reader { get; } = JsonReader.Of("rev", "Rev (JSON)", Score, "'monologues' with 'elements'", Read);

    private static double Score(JsonValue root) => root.List("monologues").Exists(m => m["elements"] is not null) ? 0.98 : 0;

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var names = root.List("speakers").Where(s => s["id"]?.Scalar is not null && s["name"]?.Text is not null)
            .GroupBy(s => s["id"]!.Scalar!).ToDictionary(g => g.Key, g => g.First()["name"]!.Text!);
        foreach (var monologue in root.List("monologues"))
        {
            stop.ThrowIfCancellationRequested();
            var label = monologue["speaker"]?.Scalar;
            var speaker = label is not null && names.TryGetValue(label, out var name) ? name : monologue["speaker_info"]?["display_name"]?.Text ?? Recognized.Speaker(monologue["speaker"]);
            var run = new WordRun(draft);
            foreach (var e in monologue.List("elements"))
            {
                if (e["type"]?.Text == "unknown") draft.WarnAlike(e.Line, "words the recognizer could not make out are missing here");
                run.Add(e["value"], e["ts"].Seconds(), e["end_ts"].Seconds(), speaker, e);
            }

            run.End();
        }
    }
}
