using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.History;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("one two three", "one 2 three", "[4,[3,\"2\"],6]")]
    [InlineData("- a\n- b\n- c\n", "- a\n- c\n", "[4,[4],4]")]
    [InlineData("- a\n- c\n", "- a\n- b\n- c\n", "[4,[0,\"- b\",\"\"],4]")]
    [InlineData("one two", "red blue", "[[7,\"red blue\"]]")]
    [InlineData("a😀b", "a😁b", "[1,[2,\"😁\"],1]")]
    [InlineData("same", "same", "[4]")]
    [InlineData("", "", "[]")]
    [InlineData("a\n", "a\r\nb\r", "[2,[0,\"b\",\"\"]]")]
    public void Words_and_lines_are_the_units(string from, string to, string json) => Assert.Equal(json, TextDiff.Between(from, to).ToJson());

    [Fact]
    public void A_difference_leads_from_one_text_to_the_other_and_cuts_no_pair()
    {
        var random = new Random(Seeds.Take());
        for (var i = 0; i < Seeds.Cases(20_000); i++)
        {
            var from = random.Next(2) == 0 ? random.Text(30) : random.Markdown(8);
            var to = random.Next(3) switch { 0 => random.Text(30), 1 => random.MarkdownChange(from).Apply(from), _ => random.Markdown(8) };

            var changes = TextDiff.Between(from, to);

            Assert.Equal(to, changes.Apply(from));
            Assert.False(changes.CutsSurrogatePair(from));
        }
    }

    [Fact]
    public void One_changed_word_in_a_long_text_is_one_small_edit()
    {
        var from = Long(new Random(7), 2_000);
        var to = from.Replace("word999 ", "changed ", StringComparison.Ordinal);

        var range = Assert.Single(TextDiff.Between(from, to).Ranges);

        Assert.Equal(("word999", "changed"), (from[range.FromA..range.ToA], range.Inserted));
    }

    [Fact]
    public void Long_texts_with_nothing_or_everything_in_common_end()
    {
        var random = new Random(Seeds.Take());
        string[] texts =
        [
            Long(random, 20_000), Long(random, 20_000), Letters(random, 262_144), Letters(random, 262_144), new string('\n', 262_144),
            string.Concat(Enumerable.Repeat("- a\n", 65_536)), string.Concat(Enumerable.Repeat("- a\n- b\n", 32_768)), "",
        ];

        foreach (var (from, to) in texts.Zip(texts.Skip(1))) Assert.Equal(to, TextDiff.Between(from, to).Apply(from));
    }

    private static string Long(Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(i => $"word{i} " + (random.Next(12) == 0 ? "\n" : "")));

    private static string Letters(Random random, int length) =>
        string.Create(length, random, (span, from) => { foreach (ref var c in span) c = "ab \n"[from.Next(4)]; });
}
