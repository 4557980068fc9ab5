using static CollabSummaries.Transcripts.Tests.Dialects.Clocks;

namespace CollabSummaries.Transcripts.Tests.Dialects;

/// <summary>What speech recognizers return.</summary>
internal static class JsonDialects
{
    public static string Whisper(List<Said> talk) => "{\"text\":\"\",\"segments\":[" + Each(talk, s => $"{{\"id\":0,\"start\":{Seconds(s.StartMs)},\"end\":{Seconds(s.EndMs)},\"text\":{Json(" " + s.Text)},\"words\":[]}}") + "],\"language\":\"en\"}";

    public static string WhisperCpp(List<Said> talk) => "{\"result\":{\"language\":\"en\"},\"transcription\":[" + Each(talk, s => $"{{\"timestamps\":{{\"from\":\"{Full(s.StartMs, ",")}\",\"to\":\"{Full(s.EndMs, ",")}\"}},\"offsets\":{{\"from\":{s.StartMs},\"to\":{s.EndMs}}},\"text\":{Json(" " + s.Text)}}}") + "]}";

    public static string WhisperX(List<Said> talk) => "{\"segments\":[" + Each(talk, s => $"{{\"start\":{Seconds(s.StartMs)},\"end\":{Seconds(s.EndMs)},\"text\":{Json(s.Text)},\"speaker\":{Json(s.Speaker)},\"words\":[{string.Join(',', s.Timed().Select(w => char.IsAsciiDigit(w.Word[0]) ? $"{{\"word\":{Json(w.Word)}}}" : $"{{\"word\":{Json(w.Word)},\"start\":{Seconds(w.StartMs)},\"end\":{Seconds(w.EndMs)},\"score\":NaN}}"))}]}}") + "],\"word_segments\":[]}";

    public static string JsonLines(List<Said> talk) => string.Concat(talk.Select(s => $"{{\"start\":{Seconds(s.StartMs)},\"end\":{Seconds(s.EndMs)},\"text\":{Json(" " + s.Text)}}}\n"));

    public static string PodcastWords(List<Said> talk) => "{\"version\":\"1.0.0\",\"segments\":[" + Words(talk, (s, w) => $"{{\"speaker\":{Json(s.Speaker)},\"startTime\":{Seconds(w.StartMs)},\"endTime\":{Seconds(w.EndMs)},\"body\":{Json(w.Word)}}}") + "]}";

    public static string AssemblyAi(List<Said> talk) => "{\"id\":\"x\",\"language_code\":\"en\",\"audio_duration\":9,\"words\":[],\"utterances\":[" + Each(talk, s => $"{{\"speaker\":{Json(s.Speaker)},\"text\":{Json(s.Text)},\"start\":{s.StartMs},\"end\":{s.EndMs},\"confidence\":0.9}}") + "]}";

    public static string AssemblyAiWords(List<Said> talk) => "{\"id\":\"x\",\"audio_duration\":9,\"words\":[" + Words(talk, (s, w) => $"{{\"text\":{Json(w.Word)},\"start\":{w.StartMs},\"end\":{w.EndMs},\"speaker\":{Json(s.Speaker)}}}") + "]}";

    public static string Deepgram(List<Said> talk) => "{\"results\":{\"channels\":[{\"alternatives\":[{\"transcript\":\"\"}]}],\"utterances\":[" + Each(talk, s => $"{{\"start\":{Seconds(s.StartMs)},\"end\":{Seconds(s.EndMs)},\"channel\":0,\"transcript\":{Json(s.Text)},\"speaker\":{Json(s.Speaker)}}}") + "]}}";

    public static string DeepgramWords(List<Said> talk) => "{\"results\":{\"channels\":[{\"alternatives\":[{\"transcript\":\"\",\"words\":[" + Words(talk, (s, w) => $"{{\"word\":\"x\",\"punctuated_word\":{Json(w.Word)},\"start\":{Seconds(w.StartMs)},\"end\":{Seconds(w.EndMs)},\"speaker\":{Json(s.Speaker)}}}") + "]}]}]}}";

    public static string Amazon(List<Said> talk) => "{\"results\":{\"transcripts\":[],\"items\":[" + string.Join(",\n", talk.SelectMany(s => s.Timed().Select(w => $"{{\"start_time\":\"{Seconds(w.StartMs)}\",\"end_time\":\"{Seconds(w.EndMs)}\",\"alternatives\":[{{\"content\":{Json(w.Word.TrimEnd('.'))}}}],\"type\":\"pronunciation\",\"speaker_label\":{Json(s.Speaker)}}}").Append("{\"alternatives\":[{\"content\":\".\"}],\"type\":\"punctuation\"}"))) + "]}}";

    public static string Google(List<Said> talk) => "{\"results\":[{\"alternatives\":[{\"transcript\":\"\",\"words\":[" + Words(talk, (s, w) => $"{{\"startTime\":\"{Seconds(w.StartMs)}s\",\"endTime\":\"{Seconds(w.EndMs)}s\",\"word\":{Json(w.Word)},\"speakerLabel\":{Json(s.Speaker)}}}") + "]}],\"languageCode\":\"en-us\"}]}";

    public static string RevJson(List<Said> talk) => "{\"monologues\":[" + Each(talk, s => $"{{\"speaker\":0,\"speaker_info\":{{\"display_name\":{Json(s.Speaker)}}},\"elements\":[{string.Join(",{\"type\":\"punct\",\"value\":\" \"},", s.Timed().Select(w => $"{{\"type\":\"text\",\"value\":{Json(w.Word.TrimEnd('.'))},\"ts\":{Seconds(w.StartMs)},\"end_ts\":{Seconds(w.EndMs)}}}"))},{{\"type\":\"punct\",\"value\":\".\"}}]}}") + "]}";

    private static string Each(List<Said> talk, Func<Said, string> write) => string.Join(",\n", talk.Select(write));

    private static string Words(List<Said> talk, Func<Said, (string Word, long StartMs, long EndMs), string> write) => string.Join(",\n", talk.SelectMany(s => s.Timed().Select(w => write(s, w))));
}
