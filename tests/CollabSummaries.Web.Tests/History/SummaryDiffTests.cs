using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.History;

namespace CollabSummaries.Web.Tests.History;

public sealed class SummaryDiffTests
{
    [Fact]
    public void A_bullet_is_found_again_by_its_id_and_compared_word_by_word()
    {
        var before = State("## Road\n- the team hoped\n- CUDA came", "a b");
        var after = State("## Road\n- the whole team hoped\n- CUDA came", "a b");

        var lines = SummaryDiff.Of(before, after);

        Assert.Equal([false, true, false], lines.Select(x => x.IsChanged));
        Assert.Equal("whole ", Assert.Single(lines[1].Pieces, x => x.Fate == Fate.Added).Text);
    }

    [Fact]
    public void A_bullet_that_went_is_shown_where_it_stood_and_can_be_restored()
    {
        var lines = SummaryDiff.Of(State("- one\n- two\n- three", "a b c"), State("- one\n- three", "a c"));

        var gone = lines[1];
        Assert.Equal("b", gone.Line.BulletId);
        Assert.Equal([new DiffPiece(Fate.Removed, "two")], gone.Pieces);
        Assert.True(gone.IsInOlder);
    }

    [Fact]
    public void A_bullet_that_came_has_nothing_to_restore()
    {
        var lines = SummaryDiff.Of(State("- one", "a"), State("- one\n- two", "a b"));

        Assert.True(lines[1].IsChanged);
        Assert.False(lines[1].IsInOlder);
    }

    [Fact]
    public void A_bullet_that_moved_stays_one_line_and_says_so()
    {
        var lines = SummaryDiff.Of(State("- one\n- two\n- three", "a b c"), State("- three\n- one\n- two", "c a b"));

        Assert.Equal(3, lines.Count);
        var moved = Assert.Single(lines, x => x.IsMoved);
        Assert.Equal("c", moved.Line.BulletId);
        Assert.DoesNotContain(moved.Pieces, x => x.Fate != Fate.Same);
    }

    [Fact]
    public void Versions_that_begin_or_end_empty_are_compared_too()
    {
        var (empty, full) = (State("", ""), State("# Title\n\n- one\nplain words", "a"));

        var came = SummaryDiff.Of(empty, full);
        var went = SummaryDiff.Of(full, empty);

        Assert.Equal(["Title", "one", "plain words"], came.Select(x => x.Line.Text));
        Assert.All(came.SelectMany(x => x.Pieces), x => Assert.Equal(Fate.Added, x.Fate));
        Assert.All(went.SelectMany(x => x.Pieces), x => Assert.Equal(Fate.Removed, x.Fate));
    }

    private static SessionState State(string text, string ids) => new(1, text, BulletMap.Parse(ids, text));
}
