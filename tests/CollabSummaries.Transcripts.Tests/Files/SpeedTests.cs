using System.Diagnostics;
using System.Globalization;
using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

/// <summary>Prints how long a megabyte of WebVTT takes; nothing is asserted about it, for a machine may be busy. The goal is 500 ms on two cores in Release.</summary>
[Collection(nameof(Alone))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_megabyte_of_captions_is_read_whole()
    {
        var text = new StringBuilder("WEBVTT\n\n");
        var cues = 0;
        for (long at = 0; text.Length < 1024 * 1024; at += 2500, cues++) text.Append(CultureInfo.InvariantCulture, $"{Clock(at)} --> {Clock(at + 2400)}\n<v Jane Doe>So what we did was take the old pump apart &amp; look\nat the valves, cue {cues}.</v>\n\n");
        var raw = Encoding.UTF8.GetBytes(text.ToString());

        var (times, processor) = (new List<double>(), new List<double>());
        Transcript? talk = null;
        for (var n = 0; n < 5; n++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var time = Stopwatch.StartNew();
            talk = TranscriptImport.Import(raw, new ImportOptions("talk.vtt"), TestContext.Current.CancellationToken).Transcript;
            times.Add(time.Elapsed.TotalMilliseconds);
            processor.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1 MB of WebVTT, {cues} cues: first {times[0]:F0} ms, best {times.Min():F0} ms (processor {processor.Min():F0} ms)"));
        Assert.Equal(cues, talk!.Segments.Count);
    }

    private static string Clock(long ms) => TimeSpan.FromMilliseconds(ms).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
