using CollabSummaries.Web.History;

namespace CollabSummaries.Web.Tests.History;

public sealed class WordDiffTests
{
    [Fact]
    public void A_word_put_in_another_s_place_is_removed_and_added()
    {
        var pieces = WordDiff.Of("In 2012, the researchers turned to CUDA.", "In 2012, Ilya turned to CUDA.");

        Assert.Equal("the researchers", Joined(pieces, Fate.Removed));
        Assert.Equal("Ilya", Joined(pieces, Fate.Added));
    }

    [Fact]
    public void Equal_lines_are_one_piece_that_stayed()
    {
        var pieces = WordDiff.Of("The same line.", "The same line.");

        Assert.Equal([new DiffPiece(Fate.Same, "The same line.")], pieces);
    }

    [Fact]
    public void What_stayed_and_came_is_the_new_line_and_what_stayed_and_went_the_old()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var trial = 0; trial < 300; trial++)
        {
            var (before, after) = (Line(random), Line(random));
            var pieces = WordDiff.Of(before, after);

            Assert.Equal(before, string.Concat(pieces.Where(x => x.Fate != Fate.Added).Select(x => x.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(x => x.Fate != Fate.Removed).Select(x => x.Text)));
        }
    }

    private static string Line(Random random)
    {
        string[] words = ["one", "two", " ", "  ", ",", ". ", "—", "über", "\U0001F600", "(x)", "-"];
        return string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => words[random.Next(words.Length)]));
    }

    private static string Joined(IReadOnlyList<DiffPiece> pieces, Fate fate) => string.Concat(pieces.Where(x => x.Fate == fate).Select(x => x.Text));
}
