using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Tests.Reading;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("It works. Does it? Yes! Good.", "It works.|Does it?|Yes!|Good.")]
    [InlineData("Dr. Smith met J. Doe. They spoke.", "Dr. Smith met J. Doe.|They spoke.")]
    [InlineData("It costs 3.50 at acme.com today. Fine.", "It costs 3.50 at acme.com today.|Fine.")]
    [InlineData("He said \"stop.\" Then he left.", "He said \"stop.\"|Then he left.")]
    [InlineData(">> Hello there. >> Hi, how are you", ">> Hello there.|>> Hi, how are you")]
    [InlineData("今日は。元気です。", "今日は。|元気です。")]
    [InlineData("  \n\t ", "")]
    public void Sentences_end_where_a_reader_ends_them(string text, string sentences)
    {
        var found = Sentences.Split(text).Select(r => text[r.Start..r.End]);

        Assert.Equal(sentences, string.Join('|', found));
    }

    [Fact]
    public void Speech_without_full_stops_is_cut_in_pieces_between_words_and_none_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 500).Select(k => k % 9 == 0 ? "and" : $"word{k}"));

        var pieces = Sentences.Split(text);

        Assert.All(pieces, p => Assert.InRange(text[p.Start..p.End].Split(' ').Length, 8, 33));
        Assert.Equal(text, string.Join(' ', pieces.Select(p => text[p.Start..p.End])));
        Assert.Equal((true, false), (pieces[0].Opens, pieces[^1].Closes));
    }

    [Fact]
    public void Every_word_of_random_text_is_in_exactly_one_sentence()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string Letters = "ab Z.!?  \"')>\n9";

        for (var round = 0; round < 200; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(400)).Select(_ => Letters[random.Next(Letters.Length)])]);
            var ranges = Sentences.Split(text);
            Assert.Equal(Solid(text), string.Concat(ranges.Select(r => Solid(text[r.Start..r.End]))));
        }
    }

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
