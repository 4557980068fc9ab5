using CollabSummaries.Editing.Bullets;

namespace CollabSummaries.Editing.Tests.Bullets;

public sealed class BulletMapExampleTests
{
    [Fact]
    public void Bullets_are_list_lines_of_up_to_three_levels()
    {
        var map = Map("# Title\n- one\n  * two\n    - three\n\t- four\n          - too deep\n-none\n+ none\n1. none\n- \n* * *\n---\n-");

        Assert.Equal(["one", "two", "three", "four", ""], map.Bullets.Select(bullet => bullet.Text));
        Assert.Equal("b1-0 b1-1 b1-2 b1-3 b1-4", map.ToText());
        Assert.Equal((8, 13), (map.Bullets[0].LineStart, map.Bullets[0].LineEnd));
    }

    [Fact]
    public void Typing_in_a_bullet_keeps_it() => Expect("- one\n- two", "- o|ne\n- two", "xy", "b1-0 b1-1", "b1-0 Kept");

    [Fact]
    public void All_words_typed_over_is_still_the_same_bullet() => Expect("- one\n- two", "- |one|\n- two", "new", "b1-0 b1-1", "b1-0 Kept");

    [Fact]
    public void Indenting_and_another_marker_keep_the_bullet()
    {
        Expect("- one", "|- one", "  ", "b1-0", "b1-0 Kept");
        Expect("- one", "|-| one", "*", "b1-0", "b1-0 Kept");
    }

    [Fact]
    public void Enter_in_the_middle_splits_and_the_first_part_keeps_the_id() =>
        Expect("- one two", "- one| two", "\n- ", "b1-0 b2-0", "b1-0 Kept", "b2-0 Split from b1-0");

    [Fact]
    public void Enter_before_the_first_word_leaves_the_id_with_the_words() =>
        Expect("- one two", "- |one two", "\n- ", "b2-0 b1-0", "b1-0 Kept", "b2-0 Added");

    [Fact]
    public void Enter_at_the_end_adds_a_bullet() => Expect("- one", "- one|", "\n- ", "b1-0 b2-0", "b1-0 Kept", "b2-0 Added");

    [Fact]
    public void A_line_put_in_front_leaves_the_others_alone() =>
        Expect("- one\n- two", "- one\n|- two", "- new\n", "b1-0 b2-0 b1-1", "b1-1 Kept", "b2-0 Added");

    [Fact]
    public void Joining_two_lines_unites_them_in_the_first() =>
        Expect("- one\n- two", "- one|\n- |two", " ", "b1-0", "b1-0 Kept", "b1-1 Joined into b1-0");

    [Fact]
    public void Deleting_from_the_middle_of_one_into_another_joins_them() =>
        Expect("- one two\n- three four", "- one| two\n- three| four", "", "b1-0", "b1-0 Kept", "b1-1 Joined into b1-0");

    [Fact]
    public void A_deleted_line_removes_its_bullet_only() =>
        Expect("- one\n- two\n- three", "- one\n|- two\n|- three", "", "b1-0 b1-2", "b1-1 Removed", "b1-2 Kept");

    [Fact]
    public void Deleting_up_to_the_words_of_the_next_leaves_the_next() =>
        Expect("- one\n- two", "- |one\n- |two", "", "b1-1", "b1-0 Removed", "b1-1 Kept");

    [Fact]
    public void A_bullet_made_a_plain_line_is_gone() => Expect("- one\n- two", "|- |one\n- two", "", "b1-1", "b1-0 Removed");

    [Fact]
    public void A_bullet_joined_to_a_plain_line_is_gone() => Expect("plain\n- two", "plain|\n|- two", " ", "", "b1-0 Removed");

    [Fact]
    public void A_line_cut_and_pasted_in_one_update_is_the_same_bullet()
    {
        var text = "- one\n- two\n- three\n";
        var changes = ChangeSet.Of(text.Length, [new(0, 6, ""), new(20, 20, "- one\n")]);

        var (map, happened) = Map(text).Advance(text, changes, changes.Apply(text), 2);

        Assert.Equal("b1-1 b1-2 b1-0", map.ToText());
        Assert.Contains(new BulletChange("b1-0", BulletFate.Moved), happened);
    }

    [Fact]
    public void Two_lines_that_change_places_by_their_words_keep_their_ids()
    {
        var text = "- one\n- two";
        var changes = ChangeSet.Of(text.Length, [new(2, 5, "two"), new(8, 11, "one")]);

        var (map, _) = Map(text).Advance(text, changes, changes.Apply(text), 2);

        Assert.Equal("b1-1 b1-0", map.ToText());
    }

    [Fact]
    public void Declared_ids_name_new_and_restored_bullets()
    {
        var text = "- one";
        var changes = ChangeSet.Replace(5, 5, 5, "\n- model\n- other");

        var (map, happened) = Map(text).Advance(text, changes, changes.Apply(text), 2, new Dictionary<int, string> { [6] = "run7-0", [14] = "b1-0" });

        // The second names a bullet that is still there: it gets an id of its own.
        Assert.Equal("b1-0 run7-0 b2-0", map.ToText());
        Assert.Contains(new BulletChange("run7-0", BulletFate.Added), happened);
    }

    [Fact]
    public void A_declared_id_never_meets_a_made_one()
    {
        var changes = ChangeSet.Replace(0, 0, 0, "- one\n- two");

        var map = BulletMap.Empty.Advance("", changes, "- one\n- two", 1, new Dictionary<int, string> { [6] = "b1-0" }).Map;

        Assert.Equal("b1-1 b1-0", map.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("<i>")]
    public void An_id_that_is_none_is_a_mistake_of_the_caller(string id) =>
        Assert.Throws<ArgumentException>(() => BulletMap.Empty.Advance("", ChangeSet.Replace(0, 0, 0, "- a"), "- a", 1, new Dictionary<int, string> { [0] = id }));

    [Theory]
    [InlineData("b1-0")]
    [InlineData("b1-0 b1-0")]
    [InlineData("b1-0 b1-1 b1-2")]
    [InlineData("b1-0 <b>")]
    public void Kept_ids_that_are_not_the_texts_are_refused(string ids) =>
        Assert.Throws<FormatException>(() => BulletMap.Parse(ids, "- one\n- two"));

    [Fact]
    public void A_bullet_is_found_by_id_and_by_place()
    {
        var map = Map("plain\n- one\n- two");

        Assert.Equal("two", map.Find("b1-1")?.Text);
        Assert.Null(map.Find("b9-9"));
        Assert.Equal(["", "one", "one", "two", "two"], new[] { 5, 6, 11, 12, 17 }.Select(at => map.At(at)?.Text ?? ""));
    }

    private static BulletMap Map(string text) => BulletMap.Empty.Advance("", ChangeSet.Replace(0, 0, 0, text), text, 1).Map;

    // The marked text shows the place, between one or two bars, that the insertion replaces.
    private static void Expect(string text, string marked, string insert, string ids, params string[] fates)
    {
        var from = marked.IndexOf('|', StringComparison.Ordinal);
        var to = Math.Max(from, marked.LastIndexOf('|') - 1);
        var changes = ChangeSet.Replace(text.Length, from, to, insert);

        var (map, happened) = Map(text).Advance(text, changes, changes.Apply(text), 2);

        Assert.Equal(ids, map.ToText());
        Assert.Equal(fates, happened.Where(one => fates.Any(fate => fate.StartsWith(one.Id + " ", StringComparison.Ordinal))).Select(Sentence));
    }

    private static string Sentence(BulletChange change) => change.Fate switch
    {
        BulletFate.Split => $"{change.Id} Split from {change.Other}",
        BulletFate.Joined => $"{change.Id} Joined into {change.Other}",
        var fate => $"{change.Id} {fate}",
    };
}
