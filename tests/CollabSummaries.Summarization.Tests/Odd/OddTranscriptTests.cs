using System.Globalization;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Tests.Inference;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Tests.Odd;

/// <summary>Ten of them go through the model in each run, all of them with COLLAB_ALL_ODD=1.</summary>
public sealed partial class OddTranscriptTests(LoadedModel loaded)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quotes_of_odd_transcripts_are_plain_lines_of_their_own_words()
    {
        var quotes = new Summarizer(null, null, TimeProvider.System);

        foreach (var (name, segments) in OddTranscripts.All)
            await CheckAsync(quotes, name, segments);

        Assert.InRange(OddTranscripts.All.Count, 200, 1_000);
    }

    [Fact]
    public async Task Drafts_of_odd_transcripts_are_plain_lines_of_their_own_words()
    {
        var model = new Summarizer(loaded.Model, null, TimeProvider.System);

        foreach (var (name, segments) in OddTranscripts.Some)
            await CheckAsync(model, name, segments);

        Assert.InRange(OddTranscripts.Some.Count, 10, OddTranscripts.All.Count);
    }

    [Theory]
    [InlineData("word", 1_000_000)]
    [InlineData("x", 5_000_000)]
    public async Task Five_million_characters_in_one_breath_end_in_a_bounded_summary(string word, int times)
    {
        var talk = Talks.Of((null, word.Length == 1 ? new string('x', times) : string.Concat(Enumerable.Repeat(word + " ", times))));

        await CheckAsync(new Summarizer(null, null, TimeProvider.System), word, talk);
    }

    private static async Task CheckAsync(Summarizer summarizer, string name, IReadOnlyList<Segment> segments)
    {
        var bullets = await summarizer.SummarizeAsync(Talks.Request(segments), Stop).OfType<PartFinished>().SelectMany(p => p.Bullets.ToAsyncEnumerable()).ToListAsync(Stop);
        var said = string.Concat(segments.Select(s => Letters($"{s.Speaker} {s.Text} ")));

        Assert.True(bullets.Count <= 40, name);
        foreach (var bullet in bullets)
        {
            Assert.True(bullet.Text.Length is > 0 and <= 480, $"{name}: {bullet.Text.Length} characters");
            Assert.True(bullet.Text.EnumerateRunes().All(IsPlain), $"{name}: '{bullet.Text}'");
            Assert.False(Markup().IsMatch(bullet.Text), $"{name}: '{bullet.Text}'");
            if (bullet.Kind == BulletKind.Quoted)
                Assert.All(bullet.Text.Split(' ').Select(Letters), word => Assert.True(said.Contains(word, StringComparison.OrdinalIgnoreCase), $"{name}: '{word}' was never said"));
            Assert.NotEmpty(bullet.Evidence);
            Assert.All(bullet.Evidence, e => Assert.Equal(segments[e.Segment].Text[e.Start..e.End], e.Quote));
        }
    }

    private static bool IsPlain(System.Text.Rune rune) => rune.Value != 0xFFFD && Category(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    private static UnicodeCategory Category(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune);

    /// <summary>A tag, or a word of a model's template, as a whole; the half of one is plain text.</summary>
    [GeneratedRegex(@"<\|[^<>|]*\|>|</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
