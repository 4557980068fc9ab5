using static CollabSummaries.Transcripts.Tests.Dialects.Clocks;

namespace CollabSummaries.Transcripts.Tests.Dialects;

/// <summary>Caption and subtitle dialects.</summary>
internal static class CaptionDialects
{
    public static string Srt(List<Said> talk) => Each(talk, (s, n) => $"{n + 1}\n{Full(s.StartMs, ",")} --> {Full(s.EndMs, ",")}\n{s.Speaker}: {s.Text.Replace(" and ", " and\n", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal)}\n\n");

    public static string ZoomVtt(List<Said> talk) => "WEBVTT\r\n\r\n" + Each(talk, (s, n) => $"{n + 1}\r\n{Full(s.StartMs)} --> {Full(s.EndMs)}\r\n{s.Speaker}: {InVtt(s.Text)}\r\n\r\n");

    public static string TeamsVtt(List<Said> talk) => "WEBVTT\n\n" + Each(talk, (s, n) => $"{Guid.Empty}/{n}-0\n{Full(s.StartMs)} --> {Full(s.EndMs)}\n<v {s.Speaker}>{InVtt(s.Text)}</v>\n\n");

    public static string TeamsVttOld(List<Said> talk) => "WEBVTT\n\n" + Each(talk, (s, _) => $"{Bare(s.StartMs)} --> {Bare(s.EndMs)}\n<v {s.Speaker}>{InVtt(s.Text)}</v>\n\n");

    /// <summary>Two rows: the upper one repeats what was said, the lower one is filled word by word, then a bridge of 10 ms moves it up.</summary>
    public static string Rolling(List<Said> talk)
    {
        var before = " ";
        return "WEBVTT\nKind: captions\nLanguage: en\n\n" + Each(talk, (s, _) =>
        {
            var words = s.Timed().ToList();
            var tagged = InVtt(words[0].Word) + string.Concat(words.Skip(1).Select(w => $"<{Full(w.StartMs)}><c> {InVtt(w.Word)}</c>"));
            var cue = $"{Full(s.StartMs)} --> {Full(s.EndMs)} align:start position:0%\n{before}\n{tagged}\n\n{Full(s.EndMs)} --> {Full(s.EndMs + 10)} align:start position:0%\n{InVtt(s.Text)}\n \n\n";
            before = InVtt(s.Text);
            return cue;
        });
    }

    public static string RollingSrt(List<Said> talk)
    {
        var before = "";
        return Each(talk, (s, n) =>
        {
            var cue = $"{(2 * n) + 1}\n{Full(s.StartMs, ",")} --> {Full(s.EndMs, ",")}\n{before}{s.Text}\n\n{(2 * n) + 2}\n{Full(s.EndMs, ",")} --> {Full(s.EndMs + 10, ",")}\n{s.Text}\n \n\n";
            before = s.Text + "\n";
            return cue;
        });
    }

    public static string Sbv(List<Said> talk) => Each(talk, (s, _) => $"{(s.StartMs / 3_600_000)}{Full(s.StartMs)[2..]},{(s.EndMs / 3_600_000)}{Full(s.EndMs)[2..]}\n{s.Speaker}: {s.Text}\n\n");

    public static string TtmlClock(List<Said> talk) => "<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>\n" + Each(talk, (s, _) => $"<p begin=\"{Full(s.StartMs)}\" end=\"{Full(s.EndMs)}\">{InXml(s.Text).Replace(" and ", "<br/>and ", StringComparison.Ordinal)}</p>\n") + "</div></body></tt>";

    public static string TtmlTicks(List<Said> talk) => "<tt xmlns=\"http://www.w3.org/2006/10/ttaf1\" xmlns:ttp=\"http://www.w3.org/2006/10/ttaf1#parameter\" ttp:tickRate=\"10000000\"><body><div xml:space=\"preserve\">\n" + Each(talk, (s, _) => $"<p begin=\"{s.StartMs}0000t\" dur=\"{s.EndMs - s.StartMs}ms\">{InXml(s.Text)}</p>\n") + "</div></body></tt>";

    public static string Csv(List<Said> talk) => "start,end,speaker,text\n" + Each(talk, (s, _) => $"{Seconds(s.StartMs)},{Seconds(s.EndMs)},{s.Speaker},\"{s.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");

    public static string WhisperTsv(List<Said> talk) => "start\tend\ttext\n" + Each(talk, (s, _) => $"{s.StartMs}\t{s.EndMs}\t{s.Text}\n");

    public static string Json3(List<Said> talk) => "{\"wireMagic\":\"pb3\",\"events\":[{\"tStartMs\":0,\"dDurationMs\":99,\"id\":1}" + Each(talk, (s, _) => $",\n{{\"tStartMs\":{s.StartMs},\"dDurationMs\":{s.EndMs - s.StartMs},\"wWinId\":1,\"segs\":[{string.Join(',', s.Timed().Select((w, i) => $"{{\"utf8\":{Json((i == 0 ? "" : " ") + w.Word)},\"tOffsetMs\":{w.StartMs - s.StartMs}}}"))}]}},\n{{\"tStartMs\":{s.EndMs},\"dDurationMs\":10,\"aAppend\":1,\"segs\":[{{\"utf8\":\"\\n\"}}]}}") + "]}";

    public static string Srv3(List<Said> talk) => "<?xml version=\"1.0\" encoding=\"utf-8\"?><timedtext format=\"3\">\n<body>\n" + Each(talk, (s, _) => $"<p t=\"{s.StartMs}\" d=\"{s.EndMs - s.StartMs}\" w=\"1\">{string.Concat(s.Timed().Select((w, i) => $"<s t=\"{w.StartMs - s.StartMs}\">{(i == 0 ? "" : " ")}{InXml(w.Word)}</s>"))}</p>\n<p t=\"{s.EndMs}\" d=\"10\" w=\"1\" a=\"1\">\n</p>\n") + "</body></timedtext>";

    public static string Srv1(List<Said> talk) => "<?xml version=\"1.0\" encoding=\"utf-8\"?><transcript>" + Each(talk, (s, _) => $"<text start=\"{Seconds(s.StartMs)}\" dur=\"{Seconds(s.EndMs - s.StartMs)}\">{InXml(InXml(s.Text))}</text>") + "</transcript>";

    private static string Each(List<Said> talk, Func<Said, int, string> write) => string.Concat(talk.Select(write));
}
