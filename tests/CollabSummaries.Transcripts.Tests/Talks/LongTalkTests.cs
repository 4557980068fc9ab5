namespace CollabSummaries.Transcripts.Tests.Talks;

public sealed partial class LongTalkTests
{
    [Theory]
    [InlineData("cashu-and-fedimint.md", 316, 27, "NVK,Calle,Eric,Rijndael,Odell")]
    [InlineData("checking-bitcoin-balances-privately.md", 215, 6, "Max Hillebrand,Samir Menon,Audience 1,Jumar Macato,Adam Ficsor,Audience 4,Lucas Ontivero,Audience 3")]
    [InlineData("demystifying-and-understanding-bitcoin-core-development.md", 405, 12, "NVK,James O'Beirne,Sjors Provoost,Mike Schmidt")]
    [InlineData("ctv-bip-review-workshop.md", 0, 68, "Q,A,BC")]
    public void Long_talks_import_with_their_times_chapters_and_speakers(string file, int times, int chapters, string speakers)
    {
        var talk = Reading.Open("talks/" + file);

        Assert.Equal("markdown", talk.Format);
        Assert.Equal(times, talk.Segments.Count(s => s.StartMs is not null));
        Assert.Equal(chapters, talk.Chapters.Count);
        Assert.Equal(speakers.Split(','), talk.Speakers);
        Assert.Equal("en", talk.Language);
        Assert.Equal(talk.Segments.Count, talk.Segments.Select(s => s.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("cashu-and-fedimint.md", 369, 56)]
    [InlineData("checking-bitcoin-balances-privately.md", 252, 0)]
    [InlineData("demystifying-and-understanding-bitcoin-core-development.md", 423, 0)]
    public void Every_mark_of_a_timed_talk_begins_a_segment_with_its_speaker_time_and_words(string file, int segments, int glued)
    {
        var talk = Reading.Open("talks/" + file);
        var lines = System.Text.Encoding.UTF8.GetString(Reading.Fixture("talks/" + file)).Split('\n');
        var marks = 0;

        for (var n = 0; n < lines.Length; n++)
        {
            if (Mark().Match(lines[n]) is not { Success: true } mark) continue;
            marks++;
            var next = Array.FindIndex(lines, n + 1, l => SpokenWords(l).Length > 0);
            var segment = Assert.Single(talk.Segments, s => s.FirstLine == n + 1);
            Assert.Equal((long)TimeSpan.Parse(mark.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture).TotalMilliseconds, segment.StartMs);
            Assert.Equal(mark.Groups[1].Value.Trim(), segment.Speaker);
            Assert.StartsWith(SpokenWords(lines[next])[..Math.Min(12, SpokenWords(lines[next]).Length)], Letters(segment.Text), StringComparison.Ordinal);
            Assert.True(glued == n + 1 || mark.Groups[3].Value.Trim().Length == 0);
        }

        Assert.Equal(segments, talk.Segments.Count);
        Assert.Equal(talk.Segments.Count(s => s.StartMs is not null), marks);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^(?:\*\*)?([^:*#]{2,40}):(?:\*\*)? ?(\d\d:\d\d:\d\d)(.*)$")]
    private static partial System.Text.RegularExpressions.Regex Mark();

    [Theory]
    [InlineData("cashu-and-fedimint.md")]
    [InlineData("checking-bitcoin-balances-privately.md")]
    [InlineData("demystifying-and-understanding-bitcoin-core-development.md")]
    [InlineData("ctv-bip-review-workshop.md")]
    public void Every_spoken_line_of_a_talk_is_in_the_segment_that_names_its_line(string file)
    {
        var talk = Reading.Open("talks/" + file);
        var lines = System.Text.Encoding.UTF8.GetString(Reading.Fixture("talks/" + file)).Split('\n');
        var body = Array.FindIndex(lines, 1, l => l == "---") + 1;

        for (var n = body; n < lines.Length; n++)
        {
            var words = SpokenWords(lines[n]);
            if (words.Length == 0) continue;
            var here = string.Concat(talk.Segments.Where(s => s.FirstLine <= n + 1 && n + 1 <= s.LastLine).Select(s => Letters(s.Text)));
            Assert.True(here.Contains(words, StringComparison.Ordinal), $"line {n + 1} is lost: {lines[n]}");
        }
    }

    [Fact]
    public void A_name_glued_to_a_time_is_left_out_with_a_warning()
    {
        var talk = Reading.Open("talks/cashu-and-fedimint.md");

        var segment = Assert.Single(talk.Segments, s => s.FirstLine == 56);

        Assert.Equal((126_000, "NVK", "Nice. Rijndael, thanks for coming back, sir."), (segment.StartMs, segment.Speaker, segment.Text));
        Assert.Equal(59, segment.LastLine);
        var warning = Assert.Single(talk.Warnings);
        Assert.Equal(56, warning.Line);
        Assert.Contains("Matt Odell", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_gives_title_date_and_media_link()
    {
        var details = Reading.Open("talks/cashu-and-fedimint.md").Details;

        Assert.Equal("Cashu & Fedimint: ecash, Bitcoin's layer 3 & scalability", details.Title);
        Assert.Equal(new DateOnly(2023, 4, 13), details.Date);
        Assert.Equal("https://www.youtube.com/watch?v=-nzVYVcdk9M", details.MediaUrl);
    }

    [Fact]
    public void Markup_of_a_talk_without_times_becomes_plain_words()
    {
        var talk = Reading.Open("talks/ctv-bip-review-workshop.md");

        Assert.Equal("OP_CHECKTEMPLATEVERIFY workshop notes", talk.Segments[0].Text);
        Assert.Equal("tweet https://twitter.com/JeremyRubin/status/1223664128381734912 or https://twitter.com/JeremyRubin/status/1223672458516938752 and https://twitter.com/JeremyRubin/status/1223729378946715648", talk.Segments[2].Text);
        Assert.Contains(talk.Segments, s => s.Text.Contains("would be the Blockstream blog post. You have", StringComparison.Ordinal));
        Assert.Contains(talk.Chapters, c => c.Title == "Upgrading OP_CHECKTEMPLATEVERIFY");
        Assert.DoesNotContain(talk.Segments, s => s.Text.Contains('\\'));
    }

    [Fact]
    public void A_questioner_is_named_for_the_question_alone()
    {
        var talk = Reading.Open("talks/ctv-bip-review-workshop.md");

        var question = Assert.Single(talk.Segments, s => s.FirstLine == 80);
        var answer = Assert.Single(talk.Segments, s => s.FirstLine == 82);
        var after = Assert.Single(talk.Segments, s => s.FirstLine == 84);

        Assert.Equal(("Q", "What is 12 work?"), (question.Speaker, question.Text));
        Assert.Equal("A", answer.Speaker);
        Assert.Null(after.Speaker);
    }

    [Fact]
    public void A_long_block_is_cut_at_line_or_sentence_ends_and_only_its_first_part_has_the_time()
    {
        var talk = Reading.Open("talks/checking-bitcoin-balances-privately.md");

        var parts = talk.Segments.Where(s => s.FirstLine >= 33 && s.LastLine <= 60).ToList();

        Assert.Equal(86_000, parts[0].StartMs);
        Assert.True(parts.Count > 1);
        Assert.All(parts, p => Assert.Equal("Samir Menon", p.Speaker));
        Assert.All(parts.Skip(1), p => Assert.Null(p.StartMs));
        Assert.All(talk.Segments, s => Assert.True(s.Text.Split(' ').Length <= 250));
    }

    private static string SpokenWords(string line)
    {
        if (line.StartsWith('#')) return "";
        var time = line.AsSpan().TrimEnd();
        if (time.Length > 8 && TimeOnly.TryParseExact(time[^8..], "HH:mm:ss", out _) || line.StartsWith("NVK: 00:02:06", StringComparison.Ordinal)) return "";
        if (line.StartsWith("Q: ", StringComparison.Ordinal) || line.StartsWith("A: ", StringComparison.Ordinal)) line = line[3..];
        if (line.StartsWith("BC: ", StringComparison.Ordinal)) line = line[4..];
        while (line.IndexOf("](", StringComparison.Ordinal) is var link and >= 0) line = line.Remove(link, line.IndexOf(')', link) - link + 1);
        return Letters(line);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
