using System.Globalization;
using System.Text;

namespace CollabSummaries.Transcripts.Tests.Oracle;

/// <summary>SRT and WebVTT as their descriptions say, with everything they allow; shares no code with the parsers.</summary>
internal static class GeneratedCaptions
{
    private static readonly string[] Words = ["we", "honey", "42", "Bienenkönigin", "вода", "<i>wax</i>", "<b>no</b>", "it's", "10:30", "…", "R2", "“so”", "蜜蜂", "–", "1984.", "why?", "a.m.", "(laughs)", "♪", "no"];

    public static string Srt(Random random)
    {
        var text = new StringBuilder();
        var at = 0L;
        for (var n = 1; n <= random.Next(1, 30); n++)
        {
            var (start, end) = Times(random, ref at);
            text.Append(CultureInfo.InvariantCulture, $"{n}\n{Clock(start, ',')} --> {Clock(end, ',')}\n{Lines(random)}\n\n");
        }

        return Ended(text.ToString(), random);
    }

    public static string Vtt(Random random)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "WEBVTT - made for a test\nKind: captions\n\n" : "WEBVTT\n\n");
        var at = 0L;
        for (var n = 1; n <= random.Next(1, 30); n++)
        {
            var (start, end) = Times(random, ref at);
            if (random.Next(8) == 0) text.Append("NOTE a comment\nof two lines\n\n");
            if (random.Next(3) == 0) text.Append(random.Next(2) == 0 ? $"{n}\n" : $"cue-{n}\n");
            var settings = random.Next(3) == 0 ? " align:start position:10% line:0" : "";
            var voice = random.Next(3) == 0 ? "<v Jane Doe>" : "";
            var reference = random.Next(4) == 0 ? " &amp; &lt;3" : "";
            text.Append(CultureInfo.InvariantCulture, $"{Short(start, random)} --> {Short(end, random)}{settings}\n{voice}{Lines(random)}{reference}\n\n");
        }

        return Ended(text.ToString(), random);
    }

    private static (long Start, long End) Times(Random random, ref long at)
    {
        var start = at += random.Next(0, 5000) + (random.Next(20) == 0 ? 3_600_000 : 0);
        return (start, at += random.Next(1, 6000));
    }

    private static string Lines(Random random) =>
        string.Join('\n', Enumerable.Range(0, random.Next(1, 4)).Select(_ => "Part " + string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)]))));

    private static string Clock(long ms, char mark) => string.Create(CultureInfo.InvariantCulture, $"{ms / 3_600_000:00}:{ms / 60_000 % 60:00}:{ms / 1000 % 60:00}{mark}{ms % 1000:000}");

    private static string Short(long ms, Random random) => ms < 3_600_000 && random.Next(2) == 0 ? Clock(ms, '.')[3..] : Clock(ms, '.');

    private static string Ended(string text, Random random) => random.Next(3) switch { 0 => text.TrimEnd('\n'), 1 => text.ReplaceLineEndings("\r\n"), _ => text };
}
