using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Word;

public sealed class WordTests
{
    [Fact]
    public void A_new_transcript_of_teams_is_read_with_paragraphs_for_lines()
    {
        var file = WordBytes.Document(
            WordBytes.Paragraph("Weekly Review") + WordBytes.Paragraph("October 12, 2023, 2:00PM") + "<w:p/>" +
            WordBytes.Paragraph("Ja|ne D|oe   0:03\nHel|lo all.\nWelcome.") + "<w:p><w:r><w:drawing/></w:r></w:p>" + WordBytes.Paragraph("Max Roe   0:09\nThanks & bye."));

        var talk = Reading.Bytes(file, new ImportOptions("talk.docx"));

        Assert.Equal(("teams", "docx"), (talk.Format, talk.Encoding));
        Assert.Equal(["3000-|Jane Doe|Hello all. Welcome.|4-4", "9000-|Max Roe|Thanks & bye.|6-6"], Reading.Rows(talk));
        Assert.Equal(("Weekly Review", new DateOnly(2023, 10, 12)), (talk.Details.Title, talk.Details.Date!.Value));
    }

    [Fact]
    public void An_old_transcript_of_teams_has_a_paragraph_a_line()
    {
        string[] lines = ["0:0:0.0 --> 0:0:3.320", "Jane Doe", "Hello all.", "0:0:3.320 --> 0:0:6.100", "Max Roe", "Hi.", "0:0:7.0 --> 0:0:8.5", "Jane Doe", "So."];

        var talk = Reading.Bytes(WordBytes.Document(string.Concat(lines.Select(WordBytes.Paragraph))), new ImportOptions());

        Assert.Equal(["0-3320|Jane Doe|Hello all.|1-3", "3320-6100|Max Roe|Hi.|4-6", "7000-8500|Jane Doe|So.|7-9"], Reading.Rows(talk));
    }

    [Fact]
    public void Any_other_word_file_is_read_by_what_its_text_looks_like()
    {
        var prose = Reading.Bytes(WordBytes.Document(WordBytes.Paragraph("A first paragraph of words.") + WordBytes.Paragraph("And a second one.")), new ImportOptions());
        var timed = Reading.Bytes(WordBytes.Document(WordBytes.Paragraph("[00:00:05] Jane: Hello.") + WordBytes.Paragraph("[00:00:09] Max: Yes.")), new ImportOptions());

        Assert.Equal("text", prose.Format);
        Assert.Equal("A first paragraph of words. And a second one.", string.Join(' ', prose.Segments.Select(s => s.Text)));
        Assert.Equal(["5000-|Jane|Hello.|1-1", "9000-|Max|Yes.|2-2"], Reading.Rows(timed));
    }

    [Fact]
    public void Tables_are_read_row_by_row_and_deleted_text_is_left_out_with_a_warning()
    {
        static string Row(params string[] cells) => "<w:tr>" + string.Concat(cells.Select(c => "<w:tc>" + WordBytes.Paragraph(c) + "</w:tc>")) + "</w:tr>";
        var table = "<w:tbl>" + Row("Time", "Speaker", "Text") + Row("00:00:05", "Jane", "Hello, all.") + Row("00:00:09", "Max", "Yes.") + "</w:tbl>";
        var changed = "<w:p><w:r><w:t>One two</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:ins><w:r><w:t> three.</w:t></w:r></w:ins></w:p>";

        var rows = Reading.Bytes(WordBytes.Document(table), new ImportOptions());
        var words = Reading.Bytes(WordBytes.Document(changed), new ImportOptions());

        Assert.Equal(["5000-|Jane|Hello, all.|2-2", "9000-|Max|Yes.|3-3"], Reading.Rows(rows));
        Assert.Equal("One two three.", Assert.Single(words.Segments).Text);
        Assert.Equal(["1: text that a tracked change deleted was left out"], Reading.Warnings(words));
    }

    [Fact]
    public void Hostile_archives_are_refused_each_with_its_sentence()
    {
        var bomb = WordBytes.Document(WordBytes.Paragraph(new string('a', 60_000_000)));
        var many = WordBytes.Zip([("word/document.xml", "<w/>"), .. Enumerable.Range(0, 1001).Select(n => ($"word/{n}.xml", "<a/>"))]);
        var entities = WordBytes.Document(WordBytes.Paragraph("a"), "<!DOCTYPE w:document [<!ENTITY a \"aaaa\">]>");

        Assert.Contains("more than 100 times its size", Refusal(bomb), StringComparison.Ordinal);
        Assert.Contains("1,000 is the most", Refusal(many), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(entities), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(bomb[..2000]), StringComparison.Ordinal);
        Assert.Contains("Excel", Refusal(WordBytes.Zip(("xl/workbook.xml", "<a/>"))), StringComparison.Ordinal);
        Assert.Contains("zip archive", Refusal(WordBytes.Zip(("a.srt", "1"))), StringComparison.Ordinal);
        Assert.Contains("no text part", Refusal(WordBytes.Zip(("word/document.xml", "<w/>"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_elements_inside_each_other_do_not_exhaust_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:r>", 200_000)) + "<w:t>a</w:t>" + string.Concat(Enumerable.Repeat("<w:t>b</w:t>", 100_000)) + string.Concat(Enumerable.Repeat("</w:r>", 200_000));

        var outcome = TranscriptImport.Import(WordBytes.Document("<w:p>" + deep + "</w:p>"), new ImportOptions(), TestContext.Current.CancellationToken);

        Assert.True(outcome.Transcript is null != outcome.Refusal is null);
    }

    private static string Refusal(byte[] file) => TranscriptImport.Import(file, new ImportOptions(), TestContext.Current.CancellationToken).Refusal!.Message;
}
