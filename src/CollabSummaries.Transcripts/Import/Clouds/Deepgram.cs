using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Recognizers;

namespace CollabSummaries.Transcripts.Import.Clouds;

/// <summary>Deepgram: times in seconds; utterances, else paragraphs of each channel, else words. Without diarization several channels are the speakers.</summary>
internal static class Deepgram
{
    public static FormatReader Reader { get; } = JsonReader.Of("deepgram", "Deepgram (JSON)", Score, "'results' with 'channels' or 'utterances'", Read);

    private static double Score(JsonValue root) =>
        root["results"] is { } results && (results.List("channels").Exists(c => c["alternatives"] is not null) || results.List("utterances").Exists(u => u["transcript"] is not null)) ? 0.98 : 0;

    private static void Read(JsonValue root, Draft draft, CancellationToken stop)
    {
        var results = root["results"]!;
        var channels = results.List("channels");
        draft.Language = channels.FirstOrDefault()?["detected_language"]?.Text;
        var utterances = results.List("utterances");
        var tracks = new ChannelTracks(draft);
        foreach (var u in utterances)
        {
            stop.ThrowIfCancellationRequested();
            tracks.Begin(Speaker(u, Index(u["channel"]), channels.Count)).AddSegment(u["start"].Seconds(), u["end"].Seconds(), u["transcript"], u);
        }

        for (var n = 0; n < channels.Count && utterances.Count == 0; n++)
        {
            stop.ThrowIfCancellationRequested();
            if (channels[n].List("alternatives").FirstOrDefault() is { } best) ReadChannel(best, n, channels.Count, tracks);
        }

        tracks.Write();
    }

    private static void ReadChannel(JsonValue best, int channel, int channels, ChannelTracks tracks)
    {
        var paragraphs = best["paragraphs"]?.List("paragraphs") ?? [];
        foreach (var p in paragraphs)
        {
            foreach (var s in p.List("sentences")) tracks.Begin(Speaker(p, channel, channels)).AddSegment(s["start"].Seconds(), s["end"].Seconds(), s["text"], s);
        }

        if (paragraphs.Count > 0) return;
        var words = best.List("words");
        foreach (var w in words) tracks.Begin(Speaker(w, channel, channels)).AddWord(w["punctuated_word", "word"], w["start"].Seconds(), w["end"].Seconds(), w);
        tracks.EndRun();
        if (words.Count == 0) tracks.Begin(Speaker(best, channel, channels)).AddSegment(null, null, best["transcript"], best);
    }

    private static string? Speaker(JsonValue at, int? channel, int channels) =>
        Recognized.Speaker(at["speaker"]) ?? (channels > 1 && channel is { } n ? $"Channel {n + 1}" : null);

    /// <summary>A multichannel utterance gives its channel as a number or as `[index, count]`.</summary>
    private static int? Index(JsonValue? channel) =>
        JsonTimes.Number((channel?.Items.FirstOrDefault() ?? channel)?.Scalar) is { } n and >= 0 and < 100 ? (int)n : null;
}
