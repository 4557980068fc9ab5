using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Clouds;

/// <summary>Google Speech-to-Text, versions 1 and 2: results with transcripts, words with times like `"1.200s"`; with diarization the last result repeats all words with their speakers.</summary>
internal static class GoogleSpeech
{
    public static FormatReader Reader { get; } = JsonReader.Of("google", "Google Speech-to-Text (JSON)", Score, "'results' as a list with 'alternatives'", Read);

    private static double Score(JsonValue root) => Results(root).Exists(r => r.List("alternatives").Exists(a => a["transcript", "words"] is not null)) ? 0.97 : 0;

    private static List<JsonValue> Results(JsonValue root) => (root["response"] ?? root).List("results");

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var results = Results(root).Where(r => r.List("alternatives").Count > 0).ToList();
        draft.Language = results[0]["languageCode", "language_code"]?.Text;
        var tracks = new ChannelTracks(draft);
        var diarized = Words(results[^1]).Exists(w => w["speakerTag", "speaker_tag", "speakerLabel", "speaker_label"] is not null)
            && Words(results[^1]).Count >= results.SkipLast(1).Sum(r => Words(r).Count);
        if (diarized && results.Count > 1)
        {
            draft.Warn(results[0].Line, "the last result repeats all words with their speakers; the results before it were left out");
            results = [results[^1]];
        }

        foreach (var result in results)
        {
            stop.ThrowIfCancellationRequested();
            var best = result.List("alternatives")[0];
            if (Words(result) is { Count: > 0 } words) AddWords(words, Channel(result), tracks);
            else tracks.Begin(Channel(result)).AddSegment(null, null, best["transcript"], result);
        }

        tracks.Write();
    }

    private static void AddWords(List<JsonValue> words, string? channel, ChannelTracks tracks)
    {
        foreach (var w in words)
        {
            var speaker = Recognized.Speaker(w["speakerLabel", "speaker_label", "speakerTag", "speaker_tag"]) ?? channel;
            tracks.Begin(speaker).AddWord(w["word"], w["startTime", "startOffset", "start_time", "start_offset"].Seconds(), w["endTime", "endOffset", "end_time", "end_offset"].Seconds(), w);
        }

        tracks.EndRun();
    }

    private static List<JsonValue> Words(JsonValue result) => result.List("alternatives")[0].List("words");

    private static string? Channel(JsonValue result) => result["channelTag", "channel_tag"]?.Scalar is { } tag ? $"Channel {tag}" : null;
}
