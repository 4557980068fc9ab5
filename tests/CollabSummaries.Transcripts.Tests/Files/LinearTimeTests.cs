using System.Diagnostics;
using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Ten times the input may take twelve times as long; the factor here leaves room for a busy machine, not for a square. Processor time is counted, so other programs do not.</summary>
[Collection(nameof(Alone))]
public sealed class LinearTimeTests
{
    private const double Room = 3;

    [Theory]
    [InlineData("srt", "1\n00:00:01,000 --> 00:00:02,000\nJane: some words\n\n")]
    [InlineData("vtt", "00:00:01.000 --> 00:00:02.000\n<v Jane>some <b>words</b> &amp; more\n\n")]
    [InlineData("vtt", "00:00:01.000 --> 00:00:02.000\n<<<<<<<<<<<<<<<<&&&&&&&&&&<v<v<v<v\n\n")]
    [InlineData("text", "just some words of a dump without end or point\n")]
    [InlineData("text", "x")]
    [InlineData("text", "Jane: 00:00:01 words\n")]
    [InlineData("markdown", "[](a[](b[](c **x __y `z <b <i \\[ ")]
    [InlineData("markdown", "**Jane:** [00:00:01] some *words* with [a link](https://x.example) in them\n\n")]
    [InlineData("pair", "words\n")]
    [InlineData("vtt", "00:00:01.000 --> 00:00:02.000\nagain and again\nagain and again<00:00:01.500><c> more</c>\n\n")]
    [InlineData("youtube-panel", "0:01\n1 second\nwords of a talk\n")]
    [InlineData("zoom-chat", "00:00:01\tJane:\twords\n")]
    [InlineData("otter", "Jane Doe  0:01\nwords\n\n")]
    [InlineData("teams", "0:0:1.0 --> 0:0:2.0\nJane Doe\nwords\n")]
    [InlineData("csv", "1.0,2.0,Jane,\"some, words\"\n")]
    [InlineData("csv", "1.0\t2.0\t\"a\"\"\"\"\"\"b\n")]
    [InlineData("sbv", "0:00:01.000,0:00:02.000\nwords\n\n")]
    [InlineData("podcast-html", "<cite>J:</cite><time>0:01</time><p>a <b>b</b> c < d <!-- x --></p>\n")]
    [InlineData("whisper-text", "[00:01.000 --> 00:02.000] words\n")]
    [InlineData("whisper", "{\"start\": 1, \"end\": 2, \"text\": \"words\"}\n")]
    [InlineData("ttml", "<p begin=\"1s\" end=\"2s\">a<br/>b <span begin=\"0s\">c</span></p>\n")]
    public void Ten_times_the_file_takes_about_ten_times_the_time(string format, string unit)
    {
        var small = Best(format, unit, 40_000);
        var large = Best(format, unit, 400_000);

        Assert.True(large < (small * 12 * Room) + 0.02, $"{format}: {small:F4} s for 40 kB, {large:F4} s for 400 kB");
    }

    private static double Best(string format, string unit, int length)
    {
        var text = new StringBuilder(format switch { "vtt" => "WEBVTT\n\n", "ttml" => "<tt><body><div>", "whisper" or "csv" => "", _ => "# a\n\nb\n\n" });
        while (text.Length < length) text.Append(unit);
        if (format == "ttml") text.Append("</div></body></tt>");
        if (format == "pair") text.Append("\n-> summary ->\n* one\n");
        var raw = Encoding.UTF8.GetBytes(text.ToString());
        var best = double.MaxValue;
        for (var n = 0; n < 3; n++)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var outcome = TranscriptImport.Import(raw, new ImportOptions(null, format), TestContext.Current.CancellationToken);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
            Assert.NotNull(outcome.Transcript);
        }

        return best;
    }
}
