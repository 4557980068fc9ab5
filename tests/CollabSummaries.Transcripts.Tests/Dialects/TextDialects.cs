using static CollabSummaries.Transcripts.Tests.Dialects.Clocks;

namespace CollabSummaries.Transcripts.Tests.Dialects;

/// <summary>Dialects of pasted and exported text; their times are whole seconds where the tool writes no more.</summary>
internal static class TextDialects
{
    public static string Panel(List<Said> talk) => "Transcript\nSearch in video\n" + Each(talk, s => $"{Short(s.StartMs)}\n{Spoken(s.StartMs)}\n{s.Text}\n") + "English (auto-generated)\n";

    public static string ZoomText(List<Said> talk) => Each(talk, s => $"[{s.Speaker}] {Full(s.StartMs)[..8]}\n{s.Text}\n\n");

    public static string ZoomChat(List<Said> talk) => Each(talk, s => $"{Full(s.StartMs)[..8]}\t{s.Speaker}:\t{s.Text}\n");

    public static string TeamsNew(List<Said> talk) => "Weekly\nOctober 12, 2023, 2:00PM\n1h 2m 3s\n\nJane Doe started transcription\n\n" + Each(talk, s => $"{s.Speaker}   {Short(s.StartMs)}\n{s.Text}\n\n");

    public static string TeamsOld(List<Said> talk) => Each(talk, s => $"{Bare(s.StartMs)} --> {Bare(s.EndMs)}\n{s.Speaker}\n{s.Text}\n");

    public static string Otter(List<Said> talk) => Each(talk, s => $"{s.Speaker}  {Short(s.StartMs)}\n{s.Text}\n\n") + "Transcribed by https://otter.ai\n";

    public static string Descript(List<Said> talk) => Each(talk, s => $"[{Full(s.StartMs)[..8]}] {s.Speaker}: {s.Text}\n\n");

    public static string Rev(List<Said> talk) => Each(talk, s => $"{s.Speaker} ({Full(s.StartMs)[..8]}):\n{s.Text}\n\n");

    public static string WhisperConsole(List<Said> talk) => "Detected language: English\n" + Each(talk, s => $"[{Full(s.StartMs)} --> {Full(s.EndMs)}]  {s.Text}\n");

    public static string FasterWhisper(List<Said> talk) => Each(talk, s => $"[{Seconds(s.StartMs)}s -> {Seconds(s.EndMs)}s]  {s.Text}\n");

    public static string Markdown(List<Said> talk) => "---\ntitle: A talk\n---\n\n" + Each(talk, s => $"{s.Speaker}: {Full(s.StartMs)[..8]}\n\n{s.Text.Replace("<", "\\<", StringComparison.Ordinal)}\n\n");

    public static string PodcastHtml(List<Said> talk) => "<html><body>\n" + Each(talk, s => $"<cite>{s.Speaker}:</cite>\n<time>{Short(s.StartMs)}</time>\n<p>{InXml(s.Text)}</p>\n") + "</body></html>";

    public static string Meeting(List<Said> talk) => Each(talk, s => $"{Short(s.StartMs)} {s.Speaker}\n{s.Text}\n\n");

    public static string Ranges(List<Said> talk) => Each(talk, s => $"{Full(s.StartMs, ",")} - {Full(s.EndMs, ",")}\n{s.Speaker}\n{s.Text}\n\n");

    private static string Spoken(long ms)
    {
        var span = TimeSpan.FromMilliseconds(ms);
        var parts = new[] { ((int)span.TotalHours, "hour"), (span.Minutes, "minute"), (span.Seconds, "second") }.Where(p => p.Item1 > 0).Select(p => $"{p.Item1} {p.Item2}{(p.Item1 == 1 ? "" : "s")}").ToArray();
        return parts.Length == 0 ? "0 seconds" : string.Join(", ", parts);
    }

    private static string Each(List<Said> talk, Func<Said, string> write) => string.Concat(talk.Select(write));
}
