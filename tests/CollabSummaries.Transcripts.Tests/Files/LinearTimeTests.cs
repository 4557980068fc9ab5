using System.Diagnostics;
using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Ten times the input takes at most twelve times as long. The least of several runs counts, large and small in turn, until the law holds: a busy machine makes single runs slow, a square all of them.</summary>
[Collection(nameof(Alone))]
public sealed class LinearTimeTests(ITestOutputHelper output)
{
    private const double Most = 12;
    private const int MostRuns = 12;

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
    [InlineData("zoom", "[Jane Doe] 00:00:01\nwords of a talk\n\n")]
    [InlineData("ranges", "00:00:01:00 - 00:00:02:00\nJane Doe\nwords of a talk\n\n")]
    [InlineData("meeting", "0:01 Jane Doe\nwords of a talk\n\n")]
    [InlineData("youtube-xml", "<p t=\"1\" d=\"2\"><s>words</s><s t=\"1\"> more</s></p>\n")]
    [InlineData("youtube-json3", "{\"tStartMs\":1,\"dDurationMs\":2,\"segs\":[{\"utf8\":\"words\"},{\"utf8\":\" more\",\"tOffsetMs\":1}]}")]
    [InlineData("podcast-json", "{\"speaker\":\"Jane\",\"startTime\":1,\"endTime\":2,\"body\":\"word\"}")]
    [InlineData("assemblyai", "{\"speaker\":\"A\",\"start\":1,\"end\":2,\"text\":\"some words\"}")]
    [InlineData("deepgram", "{\"speaker\":0,\"start\":1,\"end\":2,\"transcript\":\"some words\"}")]
    [InlineData("aws", "{\"start_time\":\"1\",\"end_time\":\"2\",\"alternatives\":[{\"content\":\"word\"}]}")]
    [InlineData("google", "{\"alternatives\":[{\"words\":[{\"startTime\":\"1s\",\"endTime\":\"2s\",\"word\":\"word\"}]}]}")]
    [InlineData("azure", "{\"offsetMilliseconds\":1,\"durationMilliseconds\":2,\"text\":\"some words\"}")]
    [InlineData("rev", "{\"speaker\":0,\"elements\":[{\"value\":\"word\",\"ts\":1,\"end_ts\":2},{\"value\":\".\"}]}")]
    [InlineData("words", "{\"text\":\"word\",\"start\":1.5,\"end\":2}")]
    [InlineData("ttml", "<p begin=\"1s\" end=\"2s\">a<br/>b <span begin=\"0s\">c</span></p>\n")]
    public void Ten_times_the_file_takes_about_ten_times_the_time(string format, string unit)
    {
        var (small, large) = (File(format, unit, 100_000), File(format, unit, 1_000_000));
        double least = double.MaxValue, most = double.MaxValue;
        Time(small, format);

        for (var n = 0; n < MostRuns && (n < 2 || most > least * Most); n++) (least, most) = (Math.Min(least, Time(small, format)), Math.Min(most, Time(large, format)));

        output.WriteLine($"{format}: {least * 1000:F1} ms for 100 kB, {most * 1000:F1} ms for 1 MB");
        Assert.True(most <= least * Most, $"{format}: {least:F4} s for 100 kB, {most:F4} s for 1 MB");
    }

    [Fact]
    public void Every_format_is_measured()
    {
        var measured = typeof(LinearTimeTests).GetMethod(nameof(Ten_times_the_file_takes_about_ten_times_the_time))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(d => (string)d.Data[0]!);

        Assert.Empty(TranscriptImport.Formats.Select(f => f.Name).Except(measured));
    }

    private static byte[] File(string format, string unit, int length)
    {
        var (head, foot, between) = Shell(format);
        var text = new StringBuilder(head);
        while (text.Length < length) text.Append(unit).Append(between);
        if (between.Length > 0) text.Length -= between.Length;
        return Encoding.UTF8.GetBytes(text.Append(foot).ToString());
    }

    /// <summary>What stands before, behind and between the units of a file.</summary>
    private static (string Head, string Foot, string Between) Shell(string format) => format switch
    {
        "vtt" => ("WEBVTT\n\n", "", ""),
        "ttml" => ("<tt><body><div>", "</div></body></tt>", ""),
        "youtube-xml" => ("<timedtext format=\"3\"><body>", "</body></timedtext>", ""),
        "pair" => ("", "\n-> summary ->\n* one\n", ""),
        "whisper" or "csv" or "zoom" or "ranges" or "meeting" => ("", "", ""),
        "youtube-json3" => ("{\"events\":[", "]}", ","),
        "podcast-json" => ("{\"segments\":[", "]}", ","),
        "assemblyai" => ("{\"audio_duration\":1,\"utterances\":[", "]}", ","),
        "deepgram" => ("{\"results\":{\"utterances\":[", "]}}", ","),
        "aws" => ("{\"results\":{\"items\":[", "]}}", ","),
        "google" => ("{\"results\":[", "]}", ","),
        "azure" => ("{\"phrases\":[", "]}", ","),
        "rev" => ("{\"monologues\":[", "]}", ","),
        "words" => ("{\"words\":[", "]}", ","),
        _ => ("# a\n\nb\n\n", "", ""),
    };

    /// <summary>Memory one import may take before the collector comes in between: what it costs depends on all that lives in the process, not on the file.</summary>
    private const long Quiet = 240_000_000;

    /// <summary>Processor time in seconds, so that what other programs do does not count.</summary>
    private static double Time(byte[] raw, string format)
    {
        GC.Collect();
        var quiet = GC.TryStartNoGCRegion(Quiet);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var outcome = TranscriptImport.Import(raw, new ImportOptions(null, format), TestContext.Current.CancellationToken);
        var time = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        if (quiet && System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        Assert.NotNull(outcome.Transcript);
        return time;
    }
}
