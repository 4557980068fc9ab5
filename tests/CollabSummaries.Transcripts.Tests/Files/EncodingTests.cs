using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

public sealed class EncodingTests
{
    private const string Words = "1\r\n00:00:01,000 --> 00:00:02,000\r\nGrüße, “naïve” café\r\n";

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-16", true, "utf-16le")]
    [InlineData("utf-16", false, "utf-16le")]
    [InlineData("utf-16BE", true, "utf-16be")]
    [InlineData("utf-16BE", false, "utf-16be")]
    [InlineData("utf-32", true, "utf-32le")]
    [InlineData("windows-1252", false, "windows-1252")]
    public void The_encoding_is_found_with_and_without_a_mark(string encoding, bool mark, string name)
    {
        var codec = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        byte[] raw = [.. mark ? codec.GetPreamble() : [], .. codec.GetBytes(Words)];

        var talk = Reading.Bytes(raw, new ImportOptions());

        Assert.Equal(name, talk.Encoding);
        Assert.Equal("Grüße, “naïve” café", Assert.Single(talk.Segments).Text);
    }

    [Fact]
    public void Arabic_in_utf16_without_a_mark_is_read_by_its_line_ends_and_digits()
    {
        var raw = Reading.Fixture("subtitles/utf16.srt")[2..];

        var talk = Reading.Bytes(raw, new ImportOptions());

        Assert.Equal("utf-16le", talk.Encoding);
        Assert.Equal("ترجمه و تنظيم زيرنويس", talk.Segments[0].Text);
    }

    [Fact]
    public void One_broken_byte_in_utf8_does_not_turn_every_letter_into_two()
    {
        byte[] raw = [.. Encoding.UTF8.GetBytes("Grüße, “naïve” café.\nund so weiter "), 0xFF, .. Encoding.UTF8.GetBytes(" weiter.\n")];

        var talk = Reading.Bytes(raw, new ImportOptions());

        Assert.Equal("utf-8", talk.Encoding);
        Assert.Equal("2: the line holds bytes that are not utf-8; they show as the replacement character", Reading.Warnings(talk)[0]);
        Assert.Contains("Grüße", talk.Segments[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_counted_at_every_kind_of_line_end()
    {
        var talk = Reading.Text("[00:00:01] one\r[00:00:02] two\r\n[00:00:03] three\n\n[00:00:04] four\u2028still four");

        Assert.Equal([1, 2, 3, 5], talk.Segments.Select(s => s.FirstLine));
        Assert.Equal("four\u2028still four", talk.Segments[3].Text);
    }

    [Fact]
    public void A_nul_character_shows_as_the_replacement_character()
    {
        var talk = Reading.Text("some words before\0and after\n");

        Assert.Equal("some words before\uFFFDand after", talk.Segments[0].Text);
        Assert.Equal(1, talk.Warnings[0].Line);
    }
}
