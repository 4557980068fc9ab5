using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Clouds;

/// <summary>Amazon Transcribe: words with times as text (`"0.04"`), punctuation without; speakers or channels in lists of their own.</summary>
internal static class AmazonTranscribe
{
    public static FormatReader Reader { get; } = JsonReader.Of("aws", "Amazon Transcribe (JSON)", Score, "'results' with 'items' or 'audio_segments'", Read);

    private static double Score(JsonValue root) =>
        root["results"] is { } results && (results.List("items").Exists(i => i["alternatives"] is not null) || results.List("audio_segments").Exists(s => s["transcript"] is not null)) ? 0.98 : 0;

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var results = root["results"]!;
        draft.Language = results["language_code"]?.Text;
        var tracks = new ChannelTracks(draft);
        var channels = results["channel_labels"]?.List("channels") ?? [];
        if (channels.Count > 0)
        {
            foreach (var channel in channels)
            {
                AddItems(channel.List("items"), [], Recognized.Speaker(channel["channel_label"]), tracks, stop);
            }
        }
        else if (results.List("audio_segments") is { Count: > 0 } segments)
        {
            foreach (var s in segments)
            {
                stop.ThrowIfCancellationRequested();
                tracks.Begin(Recognized.Speaker(s["speaker_label"])).AddSegment(s["start_time"].Seconds(), s["end_time"].Seconds(), s["transcript"], s);
            }
        }
        else
        {
            AddItems(results.List("items"), Labels(results), null, tracks, stop);
        }

        tracks.Write();
    }

    private static void AddItems(List<JsonValue> items, Dictionary<string, string> labels, string? channel, ChannelTracks tracks, CancellationToken stop)
    {
        var speaker = channel;
        foreach (var item in items)
        {
            stop.ThrowIfCancellationRequested();
            var start = item["start_time"]?.Scalar;
            // Punctuation has no time; it belongs to the word before it and to who said that.
            if (channel is null && start is not null) speaker = Recognized.Speaker(item["speaker_label"]) ?? labels.GetValueOrDefault(start);
            var word = item.List("alternatives").FirstOrDefault()?["content"];
            tracks.Begin(speaker).AddWord(word, item["start_time"].Seconds(), item["end_time"].Seconds(), item);
        }

        tracks.EndRun();
    }

    /// <summary>Speakers by the start of their words, as text.</summary>
    private static Dictionary<string, string> Labels(JsonValue results)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var segment in results["speaker_labels"]?.List("segments") ?? [])
        {
            foreach (var item in segment.List("items"))
            {
                if (item["start_time"]?.Scalar is { } start && Recognized.Speaker(item["speaker_label"] ?? segment["speaker_label"]) is { } speaker) labels[start] = speaker;
            }
        }

        return labels;
    }
}
