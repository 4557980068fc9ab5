using System.Diagnostics;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

public sealed class MutationTests(ITestOutputHelper output)
{
    private const int EachFormat = 200;

    /// <summary>A file of some kilobytes is read in milliseconds; a second allows for a machine that does other things.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly string[] Seeds =
    [
        "talks/seed-excerpt.txt", "talks/cashu-and-fedimint.md", "talks/checking-bitcoin-balances-privately.md", "talks/ctv-bip-review-workshop.md",
        "subtitles/webvttpy_sample.srt", "subtitles/utf16.srt", "subtitles/vtt_with_styles.vtt", "subtitles/webvttpy_youtube_dl.vtt", "webvtt/nulls.vtt",
        "subtitles/webvttpy_sample.sbv", "subtitles/csv_ansi.csv", "subtitles/ttml.ttml", "subtitles/ttml_with_multiple_divs.ttml", "subtitles/docx.docx",
    ];

    private static readonly ILookup<string, string> Fixtures = FormatFixtureTests.Files().Select(f => "formats/" + f.Data).ToLookup(f => Reading.Open(f).Format);

    /// <summary>Two in three files are of the format itself: its fixtures, or what a dialect writes; the others of any.</summary>
    private static byte[] Seed(string format, Random random)
    {
        if (random.Next(3) == 0) return Reading.Fixture(Fixtures[format].ElementAt(random.Next(Fixtures[format].Count())));
        var dialects = Dialects.DialectTests.All.Values.Where(d => d.Format == format).ToList();
        if (dialects.Count == 0 || random.Next(2) == 0) return Reading.Fixture(Seeds[random.Next(Seeds.Length)]);
        return System.Text.Encoding.UTF8.GetBytes(dialects[random.Next(dialects.Count)].Write(Dialects.Truth.Talk(random, random.Next(1, 20))));
    }

    public static TheoryData<string> Formats() => [.. TranscriptImport.Formats.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Damaged_files_are_read_or_refused_and_never_crash_or_hang(string format)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("MUTATION_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var n = 0; n < EachFormat; n++)
        {
            var raw = Mutation.Of(Seed(format, random), random);
            var options = new ImportOptions(null, n % 4 == 0 ? null : format, n % 5 == 0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var time = Stopwatch.StartNew();

            var outcome = TranscriptImport.Import(raw, options, TestContext.Current.CancellationToken);

            var took = time.Elapsed;
            // Once more where something else may have held the machine: what hangs, hangs twice.
            if (took >= Longest) took = Again(raw, options);
            Assert.True(took < Longest, $"seed {seed}, mutation {n}: {took}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000, $"seed {seed}, mutation {n}");
            Assert.True(outcome.Transcript is null != outcome.Refusal is null, $"seed {seed}, mutation {n}");
            if (outcome.Transcript is { } transcript) Holds(transcript, raw, $"seed {seed}, mutation {n}");
        }
    }

    private static TimeSpan Again(byte[] raw, ImportOptions options)
    {
        var time = Stopwatch.StartNew();
        TranscriptImport.Import(raw, options, TestContext.Current.CancellationToken);
        return time.Elapsed;
    }

    private static void Holds(Transcript transcript, byte[] raw, string which)
    {
        // Paragraphs of a Word file are not the lines of its bytes.
        var lines = transcript.Encoding == "docx" ? int.MaxValue : raw.Count(b => b is (byte)'\n' or (byte)'\r') + 1;
        foreach (var segment in transcript.Segments)
        {
            Assert.True(segment.FirstLine >= 1 && segment.FirstLine <= segment.LastLine && segment.LastLine <= lines, which);
            Assert.True(segment.Text.Length > 0 && segment.Text == segment.Text.Trim() && !segment.Text.Contains('\n'), $"{which}: {segment}");
            Assert.True(segment.SourceStart is null || (segment.SourceStart >= 0 && segment.SourceStart < segment.SourceEnd), $"{which}: {segment}");
            Assert.True(segment.EndMs is null || segment.EndMs >= segment.StartMs, which);
        }

        var turns = Turns.Of(transcript.Segments, transcript.Chapters);
        Assert.Equal(Enumerable.Range(0, transcript.Segments.Count), turns.SelectMany(t => Enumerable.Range(t.FirstSegment, t.LastSegment - t.FirstSegment + 1)));
        Assert.All(transcript.Warnings, w => Assert.InRange(w.Line, 1, lines));
        Assert.All(transcript.Chapters, c => Assert.InRange(c.FirstSegment, 0, transcript.Segments.Count - 1));
    }
}
