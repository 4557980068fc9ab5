namespace CollabSummaries.Editing.Tests.Changes;

public sealed class ChangeSetExampleTests
{
    [Theory]
    [InlineData(10, 5, 5, "hi", "[5,[0,\"hi\"],5]", 12)]
    [InlineData(10, 10, 10, "hi", "[10,[0,\"hi\"]]", 12)]
    [InlineData(0, 0, 0, "x", "[[0,\"x\"]]", 1)]
    [InlineData(10, 2, 5, "", "[2,[3],5]", 7)]
    [InlineData(10, 2, 5, "XY", "[2,[3,\"XY\"],5]", 9)]
    [InlineData(10, 2, 2, "a\nb\n", "[2,[0,\"a\",\"b\",\"\"],8]", 14)]
    [InlineData(10, 2, 2, "\n", "[2,[0,\"\",\"\"],8]", 11)]
    [InlineData(3, 0, 0, "😀", "[[0,\"😀\"],3]", 5)]
    [InlineData(4, 0, 0, "", "[4]", 4)]
    [InlineData(0, 0, 0, "", "[]", 0)]
    public void One_replacement_reads_as_the_protocol_says(int length, int from, int to, string insert, string json, int newLength)
    {
        var changes = ChangeSet.Replace(length, from, to, insert);

        Assert.Equal(json, changes.ToJson());
        Assert.Equal(newLength, changes.NewLength);
        Assert.Equal(json, ChangeSet.Parse(json).ToJson());
    }

    [Fact]
    public void Replacements_side_by_side_stay_apart_and_are_one_range()
    {
        var replaced = ChangeSet.Of(6, [new(0, 2, "a"), new(2, 4, "b")]);
        var inserted = ChangeSet.Of(6, [new(2, 2, "a"), new(2, 4, "")]);

        Assert.Equal("[[2,\"a\"],[2,\"b\"],2]", replaced.ToJson());
        Assert.Equal("[2,[0,\"a\"],[2],2]", inserted.ToJson());
        Assert.Equal(new ChangedRange(0, 4, 0, 2, "ab"), Assert.Single(replaced.Ranges));
    }

    [Theory]
    [InlineData("a\r\nb", "[[0,\"a\",\"b\"]]")]
    [InlineData("a\rb\r\r\nc", "[[0,\"a\",\"b\",\"\",\"c\"]]")]
    [InlineData("a\u2028b\u0085c\vd\fe", "[[0,\"a\u2028b\u0085c\\u000bd\\fe\"]]")]
    public void Only_CR_and_LF_break_lines(string insert, string json) =>
        Assert.Equal(json, ChangeSet.Replace(0, 0, 0, insert).ToJson());

    [Fact]
    public void Missed_updates_are_mapped_over_one_at_a_time()
    {
        var deleted = ChangeSet.Parse("[[1]]");
        var typed = ChangeSet.Parse("[[0,\"Y\"]]");
        var concurrent = ChangeSet.Parse("[[0,\"Z\"],1]");

        var moved = Rebase.Over([new Update("c", 0, concurrent)], [deleted, typed])[0].Changes;

        Assert.Equal("YZ", moved.Apply("Y"));
        Assert.Equal("ZY", concurrent.Map(deleted.Compose(typed)).Apply("Y"));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 2)]
    [InlineData(0, 6)]
    public void An_edit_outside_the_text_is_a_mistake_of_the_caller(int from, int to) =>
        Assert.Throws<ArgumentException>(() => ChangeSet.Replace(5, from, to, "x"));

    [Fact]
    public void Lengths_that_do_not_fit_are_a_mistake_of_the_caller()
    {
        var changes = ChangeSet.Replace(5, 0, 1, "xyz");

        Assert.Throws<ArgumentException>(() => changes.Apply("four"));
        Assert.Throws<ArgumentException>(() => changes.Invert("four"));
        Assert.Throws<ArgumentException>(() => changes.Compose(ChangeSet.Empty(5)));
        Assert.Throws<ArgumentException>(() => changes.Map(ChangeSet.Empty(6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => changes.MapPosition(6));
        Assert.Throws<ArgumentException>(() => ChangeSet.ComposeAll([]));
        Assert.Throws<ArgumentException>(() => ChangeSet.Of(5, [new(2, 3, "a"), new(1, 2, "b")]));
    }

    [Theory]
    [InlineData("a😀b", 1, 3, false)]
    [InlineData("a😀b", 2, 2, true)]
    [InlineData("a😀b", 0, 2, true)]
    [InlineData("a😀b", 2, 4, true)]
    [InlineData("a😀", 3, 3, false)]
    public void An_edge_inside_a_surrogate_pair_is_found(string text, int from, int to, bool cuts) =>
        Assert.Equal(cuts, ChangeSet.Replace(text.Length, from, to, "x").CutsSurrogatePair(text));
}
