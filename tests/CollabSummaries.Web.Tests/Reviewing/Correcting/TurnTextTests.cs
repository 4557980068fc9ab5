using CollabSummaries.Web.Reviewing.Correcting;

namespace CollabSummaries.Web.Tests.Reviewing.Correcting;

public sealed class TurnTextTests
{
    private static readonly string[] Turn = ["In 2012 Ilya Sutskever", "and Alex Krishevsky used", "a gForce GTX 580."];

    [Theory]
    [InlineData("In 2012 Ilya Sutskever and Alex Krizhevsky used a GeForce GTX 580.", "In 2012 Ilya Sutskever|and Alex Krizhevsky used|a GeForce GTX 580.")]
    [InlineData("In 2012 Ilya Sutskever and Alex Krishevsky used a gForce GTX 580.", "In 2012 Ilya Sutskever|and Alex Krishevsky used|a gForce GTX 580.")]
    [InlineData("  In 2012\n Ilya Sutskever  and used a gForce\tGTX 580. ", "In 2012 Ilya Sutskever|and used|a gForce GTX 580.")]
    public void A_corrected_word_stays_in_its_own_segment(string corrected, string expected)
    {
        var segments = TurnText.Split(Turn, corrected);

        Assert.Equal(expected.Split('|'), segments);
    }

    [Fact]
    public void A_segment_whose_words_all_went_takes_one_from_beside_it_and_none_is_empty()
    {
        var segments = TurnText.Split(["one two", "three", "four five six"], "one two four five six")!;

        Assert.Equal("one two four five six", string.Join(' ', segments));
        Assert.DoesNotContain("", segments);
    }

    [Fact]
    public void Fewer_words_than_segments_cannot_be_given_back()
    {
        Assert.Null(TurnText.Split(["one two", "three", "four"], "one two"));
    }

    [Fact]
    public void Whatever_is_written_all_of_it_is_kept_in_order_and_untouched_segments_keep_their_words()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var turn = Enumerable.Range(0, random.Next(1, 9)).Select(s => string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(w => $"s{s}w{w}"))).ToArray();
            var words = string.Join(' ', turn).Split(' ').Where(_ => random.Next(5) > 0).SelectMany(x => random.Next(6) == 0 ? [x, "new"] : new[] { x }).ToList();
            if (words.Count < turn.Length)
                continue;
            var corrected = string.Join(' ', words);

            var segments = TurnText.Split(turn, corrected)!;

            Assert.True(corrected == string.Join(' ', segments) && segments.Count == turn.Length && segments.All(x => x.Length > 0), $"seed {seed}, round {round}");
        }
    }
}
