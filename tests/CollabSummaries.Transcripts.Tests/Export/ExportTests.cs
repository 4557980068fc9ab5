using System.Text;
using CollabSummaries.Transcripts.Export;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Export;

public sealed class ExportTests
{
    private static readonly Transcript Talk = Reading.Text("""
        WEBVTT
        Language: en

        00:00:01.250 --> 00:00:04.000
        <v Jane Doe>Welcome &amp; hello: R&amp;D &lt;b&gt; is here --&gt; now.

        00:00:04.000 --> 00:00:05.500
        <v Max Roe>*Stars*, _lines_, [brackets] and `marks` # stay.

        00:00:06.000 --> 00:00:07.000
        <v Jane Doe>- a dash, "quotes" and \ a stroke.

        01:00:02.000 --> 01:00:03.000
        <v Max Roe>Grüße, 你好 &amp;amp; done.
        """.Replace("\r\n", "\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("vtt", "vtt", true)]
    [InlineData("srt", "srt", true)]
    [InlineData("json", "podcast-json", true)]
    [InlineData("txt", "text", false)]
    [InlineData("md", "markdown", false)]
    public void What_is_written_is_read_again_as_the_same_words_times_and_speakers(string format, string detected, bool ends)
    {
        var written = TranscriptExport.Write(Talk, format);

        var again = Reading.Bytes(Encoding.UTF8.GetBytes(written), new ImportOptions());

        Assert.Equal(detected, again.Format);
        Assert.Equal(
            Talk.Segments.Select(s => (s.Id, s.StartMs, ends ? s.EndMs : null, s.Speaker, s.Text)),
            again.Segments.Select(s => (s.Id, s.StartMs, s.EndMs, s.Speaker, s.Text)));
        Assert.Equal(written, TranscriptExport.Write(again, format));
    }

    [Fact]
    public void Strict_readers_take_what_is_written()
    {
        var vtt = Reading.Bytes(TranscriptExport.WriteBytes(Talk, "vtt"), new ImportOptions(null, "vtt", true));
        var srt = Reading.Bytes(TranscriptExport.WriteBytes(Talk, "srt"), new ImportOptions(null, "srt", true));

        Assert.Equal(Talk.Segments.Select(s => s.Text), vtt.Segments.Select(s => s.Text));
        Assert.Equal(Talk.Segments.Select(s => s.Text), srt.Segments.Select(s => s.Text));
        Assert.Empty(vtt.Warnings.Concat(srt.Warnings));
    }

    [Fact]
    public void Markdown_keeps_title_date_media_language_and_chapters()
    {
        var talk = Talk with { Details = new TalkDetails("A \"talk\": one", new DateOnly(2024, 2, 3), "https://x.example/v?a=b"), Language = "de", Chapters = [new Chapter("Start # 1", 0), new Chapter("More_of it", 2)] };

        var again = Reading.Text(TranscriptExport.Write(talk, "md"));

        Assert.Equal(talk.Details, again.Details);
        Assert.Equal("de", again.Language);
        Assert.Equal(talk.Chapters, again.Chapters);
    }

    [Fact]
    public void A_talk_without_times_is_never_given_any()
    {
        var talk = Reading.Text("Jane: Hello there.\n\nMax: Yes.\n\nJane: So.\n\nMax: Well.\n");

        Assert.Equal(["txt", "md", "json"], TranscriptExport.FormatsFor(talk).Select(f => f.Name));
        Assert.Throws<ArgumentException>(() => TranscriptExport.Write(talk, "vtt"));
        foreach (var format in new[] { "txt", "md", "json" })
        {
            var again = Reading.Text(TranscriptExport.Write(talk, format));
            Assert.Equal(talk.Segments.Select(s => (s.StartMs, s.Speaker, s.Text)), again.Segments.Select(s => (s.StartMs, s.Speaker, s.Text)));
        }
    }

    [Fact]
    public void A_missing_end_of_a_caption_is_the_next_start()
    {
        var talk = Reading.Text("[00:00:05] Jane: Hello.\n[00:00:09] Max: Yes.\n[00:00:12] Jane: So.\n");

        var written = TranscriptExport.Write(talk, "srt");

        Assert.StartsWith("1\n00:00:05,000 --> 00:00:09,000\nJane: Hello.\n\n2\n00:00:09,000 --> 00:00:12,000\n", written, StringComparison.Ordinal);
        Assert.Contains("3\n00:00:12,000 --> 00:00:17,000\n", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talks/cashu-and-fedimint.md")]
    [InlineData("talks/ctv-bip-review-workshop.md")]
    public void Long_talks_keep_their_words_through_every_format(string file)
    {
        var talk = Reading.Open(file);

        foreach (var format in TranscriptExport.FormatsFor(talk))
        {
            var again = Reading.Text(TranscriptExport.Write(talk, format.Name));
            Assert.Equal(string.Join(' ', talk.Segments.Select(s => s.Text)), string.Join(' ', again.Segments.Select(s => s.Text)));
            Assert.Equal(talk.Speakers, again.Speakers);
        }
    }

    [Fact]
    public void An_unknown_format_is_named_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => TranscriptExport.Write(Talk, "pdf"));

        Assert.Contains("vtt, srt, txt, md, json", error.Message, StringComparison.Ordinal);
    }
}
