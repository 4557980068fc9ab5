using System.Globalization;
using System.Text;

namespace CollabSummaries.Transcripts.Tests.Files;

/// <summary>A file in the documented shape of each tool, and everything it is read as: `expected.txt` lists, for each file, format, language and details, every segment (`start-end|speaker|text|lines`), every chapter and every warning.</summary>
public sealed class FormatFixtureTests
{
    private static readonly Dictionary<string, string> Expected = Sections(Encoding.UTF8.GetString(Reading.Fixture("formats/expected.txt")));

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "formats")).Select(f => Path.GetFileName(f)).Where(f => f != "expected.txt").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_segment_chapter_and_warning_is_as_listed(string file)
    {
        var talk = Reading.Open("formats/" + file);

        Assert.Equal(Expected.GetValueOrDefault(file), Listing(talk));
    }

    [Fact]
    public void Every_format_has_a_file_of_its_own()
    {
        var read = Files().Select(f => Reading.Open("formats/" + f.Data).Format).ToHashSet();

        Assert.Empty(Import.TranscriptImport.Formats.Select(f => f.Name).Except(read));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_name_of_a_file_does_not_matter(string file)
    {
        var talk = Reading.Bytes(Reading.Fixture("formats/" + file), new Import.ImportOptions());

        Assert.Equal(Expected.GetValueOrDefault(file), Listing(talk));
    }

    private static string Listing(Transcript talk)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"@ {talk.Format} {talk.Encoding} {talk.Language ?? "-"} {talk.CuesInFile} | {talk.Details.Title} | {talk.Details.Date:yyyy-MM-dd} | {talk.Details.MediaUrl} | {string.Join(", ", talk.Speakers)}\n");
        for (var n = 0; n < talk.Segments.Count; n++)
        {
            foreach (var chapter in talk.Chapters.Where(c => c.FirstSegment == n)) text.Append("# ").Append(chapter.Title).Append('\n');
            text.Append(Reading.Rows(talk)[n]).Append('\n');
        }

        foreach (var bullet in talk.Summary ?? []) text.Append("* ").Append(bullet).Append('\n');
        foreach (var warning in Reading.Warnings(talk)) text.Append("! ").Append(warning).Append('\n');
        return text.ToString();
    }

    private static Dictionary<string, string> Sections(string text)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            sections[part[..end]] = part[(end + 1)..].TrimEnd('\n') + "\n";
        }

        return sections;
    }
}
