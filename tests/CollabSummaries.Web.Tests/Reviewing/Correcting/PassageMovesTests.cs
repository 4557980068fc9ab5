using CollabSummaries.Transcripts;
using CollabSummaries.Web.Reviewing.Correcting;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Tests.Reviewing.Correcting;

public sealed class PassageMovesTests
{
    private const string Text = "the quick brown fox jumps over the lazy dog";

    [Theory]
    [InlineData("the very quick brown fox jumps over the lazy dog", "brown fox", null)]
    [InlineData("the quick brown fox jumps over a lazy dog", "brown fox", null)]
    [InlineData("the quick brown ox jumps over the lazy dog", "brown ox", "brown fox")]
    [InlineData("the quick red fox jumps over the lazy dog", "red fox", "brown fox")]
    [InlineData("the quick brown old fox jumps over the lazy dog", "brown old fox", "brown fox")]
    [InlineData("the quick fox jumps over the lazy dog", "fox", "brown fox")]
    public void A_passage_goes_along_and_is_to_be_rechecked_only_when_its_own_words_change(string corrected, string quote, string? was)
    {
        var piece = Piece(Text, "brown fox");

        var moved = Assert.Single(new PassageMoves([Text], [corrected]).Move([piece]));

        Assert.Equal((quote, was), (moved.Quote, moved.Was));
        Assert.Equal(quote, corrected[moved.Start..moved.End]);
    }

    [Fact]
    public void Words_put_back_as_they_were_need_no_recheck()
    {
        const string Corrected = "the quick brown ox jumps over the lazy dog";
        var piece = Piece(Text, "brown fox");

        var there = new PassageMoves([Text], [Corrected]).Move([piece]);
        var back = new PassageMoves([Corrected], [Text]).Move(there);

        Assert.Equal([piece], back);
    }

    [Fact]
    public void A_passage_whose_words_all_went_points_at_what_is_left_of_its_segment()
    {
        var moved = new PassageMoves([Text], ["something else entirely"]).Move([Piece(Text, "brown fox")]).Single();

        Assert.Equal(("something else entirely", "brown fox"), (moved.Quote, moved.Was));
    }

    [Fact]
    public void Another_reading_of_the_file_has_the_same_words_in_other_segments()
    {
        var before = Overlay.Bare([Said(0, "the quick brown", 1), Said(1, "fox jumps over", 2), Said(2, "the lazy dog", 3)], []);
        var after = Overlay.Bare([new Segment("x", null, null, null, Text, 1, 3)], []);
        var moves = new PlaceMoves(before, [.. before.Segments.Select(x => x.Text)], after, [Text]);

        var moved = moves.Move([new PassagePiece(0, 0, 10, 15, "brown"), new PassagePiece(0, 1, 0, 3, "fox")]);

        Assert.Equal([new PassagePiece(0, 0, 10, 15, "brown"), new PassagePiece(0, 0, 16, 19, "fox")], moved);
    }

    [Fact]
    public void Words_the_other_reading_does_not_have_leave_a_passage_to_be_rechecked_at_their_lines()
    {
        var before = Overlay.Bare([Said(0, "WEBVTT 00:01", 1), Said(1, "hello there", 3)], []);
        var after = Overlay.Bare([Said(0, "hello there", 3)], []);
        var moves = new PlaceMoves(before, ["WEBVTT 00:01", "hello there"], after, ["hello there"]);
        var piece = new PassagePiece(0, 0, 0, 6, "WEBVTT");

        Assert.False(moves.Finds(piece));
        Assert.Equal([new PassagePiece(0, 0, 0, 11, "hello there", "WEBVTT")], moves.Move([piece]));
    }

    private static Segment Said(int index, string text, int line) => new($"s{index}", null, null, null, text, line, line);

    private static PassagePiece Piece(string text, string words) =>
        new(0, 0, text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length, words);
}
