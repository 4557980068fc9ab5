using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData(" \n\u00A0\n", 1, "blank lines")]
    [InlineData("\n{\"surprise\": [1, 2, 3]}\n", 2, "JSON")]
    [InlineData("<?xml version=\"1.0\"?><surprise/>\n", 1, "XML")]
    [InlineData("{\\rtf1 words}", 1, "rich text")]
    [InlineData("%PDF-1.7", 1, "PDF")]
    [InlineData("PK\u0003\u0004....", 1, "archive is damaged")]
    [InlineData("0101 1010 1111\n2323 2323\n", 1, "too few")]
    [InlineData("WEBVTT\n\nNOTE nothing\n", 1, "no line like")]
    public void What_cannot_be_read_is_refused_with_a_line_and_a_sentence(string text, int line, string says)
    {
        var refusal = Reading.Refusal(text);

        Assert.Equal(line, refusal.Line);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whisper")]
    [InlineData("ttml")]
    [InlineData("csv")]
    [InlineData("otter")]
    [InlineData("sbv")]
    public void A_format_forced_on_another_file_is_refused_with_the_nearest_one(string format)
    {
        var refusal = Reading.Refusal("1\n00:00:01,000 --> 00:00:02,000\nHello there.\n", format);

        Assert.Equal("srt", refusal.NearestFormat);
        Assert.True(refusal.Message.Length > 20);
    }

    [Fact]
    public void An_unknown_format_name_lists_the_known_ones()
    {
        var refusal = Reading.Refusal("words", "docbook");

        foreach (var format in TranscriptImport.Formats) Assert.Contains(format.Name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_a_limit_is_refused_where_it_passes_it()
    {
        var bytes = TranscriptImport.Import(new byte[ImportLimits.Bytes + 1], new ImportOptions(), TestContext.Current.CancellationToken);
        var characters = Reading.Refusal(string.Concat(Enumerable.Repeat("ninety-nine characters and a line end make one hundred, so fifty thousand and one lines are too many\n", 50_001)));
        var cues = Reading.Refusal(string.Concat(Enumerable.Repeat("0:01 --> 0:02\na\n", ImportLimits.Cues + 1)), "srt");

        Assert.Contains("20 MB", bytes.Refusal!.Message, StringComparison.Ordinal);
        Assert.InRange(characters.Line, 49_000, 50_001);
        Assert.Contains("5,000,000", characters.Message, StringComparison.Ordinal);
        Assert.Equal((ImportLimits.Cues * 2) + 1, cues.Line);
    }

    [Fact]
    public void A_stopped_import_ends_by_cancellation()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => TranscriptImport.Import(Encoding.UTF8.GetBytes("words"), new ImportOptions(), stop.Token));
    }

    [Theory]
    [InlineData("talks/seed-excerpt.txt", "pair", "text")]
    [InlineData("talks/cashu-and-fedimint.md", "markdown", "text")]
    [InlineData("subtitles/srt.srt", "srt", "vtt")]
    [InlineData("subtitles/vtt.vtt", "vtt", "srt")]
    [InlineData("subtitles/docx.docx", "srt", "vtt")]
    public void The_two_best_guesses_are_named_best_first(string file, string first, string second)
    {
        var guesses = TranscriptImport.Guess(Reading.Fixture(file), null);

        Assert.Equal([first, second], guesses.Select(g => g.Format));
        Assert.True(guesses[0].Score > guesses[1].Score);
        Assert.All(guesses, g => Assert.NotEmpty(g.DisplayName));
    }
}
