namespace CollabSummaries.Editing.Tests.History;

public sealed class HashTests
{
    [Theory]
    [InlineData("", "811c9dc5")]
    [InlineData("a", "e40c292c")]
    [InlineData("foobar", "bf9cf968")]
    [InlineData("a\n😀ש", "097429aa")]
    public void The_hash_of_a_text_is_the_browsers(string text, string hash) => Assert.Equal(hash, TextHash.Of(text));

    [Fact]
    public void The_chain_is_the_one_written_down()
    {
        var first = LogHash.Next(LogHash.Start, "[[0,\"é\"]]", "ann");

        Assert.Equal("2dab0eabd78ce5b61ec4ca3b0e418414775b51a1faeeec355fa54364d16db1a3", Convert.ToHexStringLower(first));
    }

    [Fact]
    public void Any_other_row_order_or_border_gives_another_chain()
    {
        string[] hashes =
        [
            Chain(("[1]", "ann")), Chain(("[1]", "bob")), Chain(("[2]", "ann")), Chain(("[1]a", "nn")), Chain(("", "[1]ann")),
            Chain(("[1]", "ann"), ("[2]", "ann")), Chain(("[2]", "ann"), ("[1]", "ann")), Chain(),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Throws<ArgumentException>(() => LogHash.Next([1, 2], "[1]", "ann"));
    }

    private static string Chain(params (string Changes, string Author)[] rows) =>
        Convert.ToHexStringLower(rows.Aggregate(LogHash.Start, (hash, row) => LogHash.Next(hash, row.Changes, row.Author)));
}
