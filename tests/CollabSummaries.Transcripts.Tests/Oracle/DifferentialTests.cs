using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Oracle;

/// <summary>SRT and WebVTT read by parsers of other people: what is well-formed reads the same; where files are odd, every difference is known and ours by choice.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Generated = 150;

    /// <summary>`file | parser`: why it reads otherwise than ours.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
    };

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    public async Task Well_formed_captions_read_as_other_parsers_read_them(string format)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ORACLE_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var files = Enumerable.Range(0, Generated).Select(_ => format == "srt" ? GeneratedCaptions.Srt(random) : GeneratedCaptions.Vtt(random)).ToList();

        var answers = await SubtitleOracle.AskAsync(files.Select(f => (format, f)), TestContext.Current.CancellationToken);

        for (var n = 0; n < files.Count; n++)
        {
            var ours = Ours(Reading.Text(files[n], format));
            foreach (var (parser, theirs) in answers[n].Where(a => a.Value is not null || a.Key != "plussub")) Assert.True(ours.SequenceEqual(theirs ?? []), $"seed {seed}, file {n}, {parser}:\n{files[n]}\n{string.Join('\n', ours.Except(theirs ?? []))}\nagainst\n{string.Join('\n', (theirs ?? []).Except(ours))}");
        }
    }

    [Fact]
    public async Task Every_difference_on_real_files_is_known()
    {
        var files = SourcePlaceTests().Where(f => f.EndsWith(".srt", StringComparison.Ordinal) || f.EndsWith(".vtt", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var texts = files.ConvertAll(f => TranscriptImport.Text(Reading.Fixture(f), TestContext.Current.CancellationToken)!.Text);

        var answers = await SubtitleOracle.AskAsync(files.Select((f, n) => (f[^3..], texts[n])), TestContext.Current.CancellationToken);

        var different = files.SelectMany((f, n) => answers[n].Where(a => !Ours(Reading.Open(f)).SequenceEqual(a.Value ?? [])).Select(a => $"{f} | {a.Key}")).ToList();
        output.WriteLine(string.Join('\n', different));
        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), different.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> SourcePlaceTests() => Files.SourcePlaceTests.AllFixtures().Select(f => f.Data);

    private static Cue[] Ours(Transcript talk) => [.. talk.Segments.Select(s => new Cue(s.StartMs ?? 0, s.EndMs ?? 0, CueLetters.Plain(s.Speaker + s.Text)))];
}
