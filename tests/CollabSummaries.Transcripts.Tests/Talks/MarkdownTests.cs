namespace CollabSummaries.Transcripts.Tests.Talks;

public sealed class MarkdownTests
{
    [Fact]
    public void Speakers_in_bold_and_times_make_segments_and_headings_make_chapters()
    {
        var talk = Reading.Text("""
            # Title of the day

            **Jane Doe:** 00:00:05

            First words.
            Still first.

            More of Jane.

            ## Second part

            **Max:** 01:02:03

            Answer.
            """);

        Assert.Equal("markdown", talk.Format);
        Assert.Equal(["5000-|Jane Doe|First words. Still first.|3-6", "-|Jane Doe|More of Jane.|8-8", "3723000-|Max|Answer.|12-14"], Reading.Rows(talk));
        Assert.Equal([new Chapter("Title of the day", 0), new Chapter("Second part", 2)], talk.Chapters);
    }

    [Theory]
    [InlineData("**bold** and *thin* and _line_ and `code_x`", "bold and thin and line and code_x")]
    [InlineData("f*ck the 2 * 3 * 4 of snake_case_name", "f*ck the 2 * 3 * 4 of snake_case_name")]
    [InlineData(@"OP\_CAT \[01:02\] \*not thin\*", "OP_CAT [01:02] *not thin*")]
    [InlineData("[a link](https://a.example/x_(y) \"title\") and ![a picture](p.png) and <https://b.example>", "a link and a picture and https://b.example")]
    [InlineData("AT&amp;T &copy; R&D a < b <br> c <walletsrecovery.org>", "AT&T © R&D a < b  c <walletsrecovery.org>")]
    [InlineData("[Music] and an [open bracket", "[Music] and an [open bracket")]
    public void Markup_goes_and_words_stay(string line, string plain)
    {
        var talk = Reading.Text("# Heading\n\n" + line + "\n", "markdown");

        Assert.Equal(plain, Assert.Single(talk.Segments).Text);
    }

    [Fact]
    public void Changelog_style_names_with_escaped_times_at_the_end_keep_every_word()
    {
        var talk = Reading.Text("**Jane Doe:** Welcome all. \\[00:12\\]\n\n**Max Roe:** Thanks.\n\n**Jane Doe:** So.\n");

        Assert.Equal(["Jane Doe", "Max Roe"], talk.Speakers);
        Assert.Equal("Welcome all. [00:12]", talk.Segments[0].Text);
    }

    [Fact]
    public void A_mark_without_words_and_a_heading_without_text_are_named()
    {
        var talk = Reading.Text("# One\n\nJane: 00:00:01\n\nJane: 00:00:02\n\nWords.\n\n## Nothing here\n");

        Assert.Equal(["3: no words follow this mark before the next one; it was left out", "9: the heading 'Nothing here' has no text under it and was left out"], Reading.Warnings(talk));
    }

    [Fact]
    public void Front_matter_lists_dates_and_quotes_are_read()
    {
        var talk = Reading.Text("---\ntitle: \"A \\\"talk\\\"\"\ndate: '2024-02-03'\nmedia: https://x.example/v\nspeakers: ['Jane Doe', \"Roe, Max\"]\nlang: de\n---\n\nJane Doe: Hallo.\n");

        Assert.Equal(new TalkDetails("A \"talk\"", new DateOnly(2024, 2, 3), "https://x.example/v"), talk.Details);
        Assert.Equal("de", talk.Language);
        Assert.Equal(["Jane Doe"], talk.Speakers);
    }
}
