using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Oracle;

/// <summary>SRT and WebVTT read by parsers of other people: what is well-formed reads the same; where files are odd, every difference is known and ours by choice.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Generated = 150;

    /// <summary>`file | parser`: why it reads otherwise than ours.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["formats/odd.srt | plussub"] = "wants a comma, an index and blank lines between cues",
        ["formats/odd.srt | srt-parser-2"] = "ends a cue at a blank line inside its text and leaves cues without index out",
        ["formats/teams-old.vtt | webvtt-parser"] = "the specification refuses single digits in times; the strict mode does too",
        ["formats/teams-unattributed.vtt | webvtt-parser"] = "the specification ends a cue at the blank line that stands between its times and its text",
        ["formats/teams.vtt | webvtt-parser"] = "one cue with two voices is two segments here",
        ["formats/youtube-auto.en.srt | plussub"] = "keeps rolling lines as often as they are shown",
        ["formats/youtube-auto.en.srt | srt-parser-2"] = "keeps rolling lines as often as they are shown",
        ["formats/youtube-auto.en.vtt | webvtt-parser"] = "keeps rolling lines as often as they are shown",
        ["formats/zoom.vtt | webvtt-parser"] = "knows no speakers; here a cue without a name goes on with the one before",
        ["subtitles/utf16.srt | srt-parser-2"] = "leaves a cue out whose seconds have one digit (00:00:0,000)",
        ["subtitles/vtt_with_missing_text.vtt | webvtt-parser"] = "keeps cues without text; here they are left out with a warning",
        ["subtitles/vtt_with_multiple_new_lines.vtt | webvtt-parser"] = "the specification ends a cue at a blank line inside its text",
        ["subtitles/webvttpy_invalid_timeframe.srt | plussub"] = "leaves a cue with a broken time out; here its words are kept",
        ["subtitles/webvttpy_invalid_timeframe.srt | srt-parser-2"] = "leaves a cue with a broken time out; here its words are kept",
        ["subtitles/webvttpy_invalid_timeframe.vtt | webvtt-parser"] = "leaves a cue with a broken time out; here its words are kept",
        ["subtitles/webvttpy_missing_caption_text.srt | plussub"] = "keeps cues without text; here they are left out with a warning",
        ["subtitles/webvttpy_missing_caption_text.srt | srt-parser-2"] = "keeps cues without text; here they are left out with a warning",
        ["subtitles/webvttpy_missing_timeframe.srt | plussub"] = "reads a cue without a timing line as text of the one before",
        ["subtitles/webvttpy_missing_timeframe.srt | srt-parser-2"] = "reads a cue without a timing line as text of the one before",
        ["subtitles/webvttpy_missing_timeframe.vtt | webvtt-parser"] = "drops text that belongs to no cue; here it is kept without times",
        ["subtitles/webvttpy_youtube_dl.vtt | webvtt-parser"] = "keeps rolling lines as often as they are shown",
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
            foreach (var (parser, theirs) in answers[n]) Assert.True(ours.SequenceEqual(theirs ?? []), $"seed {seed}, file {n}, {parser}:\n{files[n]}\n{string.Join('\n', ours.Except(theirs ?? []))}\nagainst\n{string.Join('\n', (theirs ?? []).Except(ours))}");
        }
    }

    [Fact]
    public async Task Every_difference_on_real_files_is_known()
    {
        var files = SourcePlaceTests().Where(f => f.EndsWith(".srt", StringComparison.Ordinal) || f.EndsWith(".vtt", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var texts = files.ConvertAll(f => TranscriptImport.Text(Reading.Fixture(f), TestContext.Current.CancellationToken)!.Text);

        var answers = await SubtitleOracle.AskAsync(files.Select((f, n) => (f[^3..], texts[n])), TestContext.Current.CancellationToken);

        var different = files.SelectMany((f, n) => answers[n].Where(a => !Ours(Reading.Open(f)).SequenceEqual(a.Value ?? [])).Select(a => $"{f} | {a.Key}")).ToList();
        foreach (var one in different) output.WriteLine($"{one}: {Known.GetValueOrDefault(one, "new")}");
        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), different.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> SourcePlaceTests() => Files.SourcePlaceTests.AllFixtures().Select(f => f.Data);

    private static Cue[] Ours(Transcript talk) => [.. talk.Segments.Select(s => new Cue(s.StartMs ?? 0, s.EndMs ?? 0, CueLetters.Plain(s.Speaker + s.Text)))];
}
