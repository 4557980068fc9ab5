using CollabSummaries.Transcripts.Export;

namespace CollabSummaries.Transcripts.Tests.Talks;

public sealed class PairTests
{
    [Fact]
    public void The_seed_pair_gives_its_words_and_its_four_bullets()
    {
        var pair = Reading.Open("talks/seed-excerpt.txt");

        Assert.Equal("pair", pair.Format);
        Assert.Equal("en", pair.Language);
        Assert.Equal(4, pair.Summary!.Count);
        Assert.Equal("Researchers at the University of Toronto leveraged the GeForce GTX 580’s CUDA capabilities, anticipating a parallel processing solution for training AlexNet.", pair.Summary[0]);
        Assert.StartsWith(". And in fac, in 2012 Ilya Sutskever, and Alex Krizhevsky", pair.Segments[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("the type of problems we could solve with mac", pair.Segments[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, pair.Segments[0].FirstLine);
        Assert.Equal(22, pair.Segments[^1].LastLine);
        Assert.Equal(["1: the text starts in the middle of a sentence; it is kept as it is", "22: the text ends in the middle of a sentence; it is kept as it is"], Reading.Warnings(pair));
    }

    [Fact]
    public void Wrapped_lines_are_joined_without_their_no_break_spaces_and_cut_at_sentence_ends()
    {
        var lines = System.Text.Encoding.UTF8.GetString(Reading.Fixture("talks/seed-excerpt.txt")).Split('\n')[..22];

        var pair = Reading.Open("talks/seed-excerpt.txt");

        Assert.Equal(string.Join(' ', lines.Select(l => l.Trim())), string.Join(' ', pair.Segments.Select(s => s.Text)));
        Assert.Equal(4, pair.Segments.Count);
        Assert.All(pair.Segments.SkipLast(1), s => Assert.Matches("[.?!]$", s.Text));
        Assert.DoesNotContain(pair.Segments, s => s.Text.Contains('\u00A0'));
    }

    [Fact]
    public void What_is_written_as_a_pair_is_read_as_the_same_words_and_bullets()
    {
        var seed = Reading.Open("talks/seed-excerpt.txt");

        var again = Reading.Text(PairFormat.Write(seed.Segments.Select(s => s.Text), seed.Summary!));

        Assert.Equal(seed.Summary, again.Summary);
        Assert.Equal(seed.Segments.Select(s => s.Text), again.Segments.Select(s => s.Text));
    }

    [Fact]
    public void A_spoken_line_that_looks_like_the_mark_is_not_read_back_as_one()
    {
        var written = PairFormat.Write(["We wrote", "-> summary ->", "on the board."], ["One\nbullet", " "]);

        var pair = Reading.Text(written);

        Assert.Equal("We wrote -> summary ->\non the board.\n-> summary ->\n*   One bullet\n", written);
        Assert.Equal(["One bullet"], pair.Summary!);
    }

    [Fact]
    public void Bullets_may_have_other_marks_run_over_lines_or_have_none()
    {
        var pair = Reading.Text("Some words.\n-> Summary ->\n- one\n  goes on\n2. two\n• three\n\nfour\n");

        Assert.Equal(["one goes on", "two", "three", "four"], pair.Summary!);
        Assert.Equal(["8: the line has no bullet mark; it was read as a bullet of its own"], Reading.Warnings(pair));
    }

    [Theory]
    [InlineData("-> summary ->\n* one\n", 1, "no transcript")]
    [InlineData("a b c\n-> summary ->\n* one\nd e f\n-> summary ->\n* two\n", 5, "second")]
    public void Half_a_pair_or_two_pairs_are_refused_with_the_line(string text, int line, string why)
    {
        var refusal = Reading.Refusal(text);

        Assert.Equal(line, refusal.Line);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }
}
