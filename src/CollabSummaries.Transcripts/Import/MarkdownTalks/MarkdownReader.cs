using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Talks;

namespace CollabSummaries.Transcripts.Import.MarkdownTalks;

/// <summary>A talk in Markdown: front matter, headings as chapters, names and times before the words, markup taken out.</summary>
internal static class MarkdownReader
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("markdown", "Markdown talk"), Score, Read);

    private static double Score(RawText text)
    {
        if (FrontMatter.Read(text).End > 0) return 0.95;
        int headings = 0, bold = 0, links = 0, lines = 0;
        foreach (var line in text.Lines)
        {
            if (Blank.Is(line)) continue;
            lines++;
            if (MarkdownBlocks.Heading(line) is { Length: > 0 }) headings++;
            if (line.StartsWith("**", StringComparison.Ordinal) && line.Contains(':')) bold++;
            if (line.Contains("](http", StringComparison.Ordinal) || line.Contains("\\_", StringComparison.Ordinal) || line.Contains("\\[", StringComparison.Ordinal)) links++;
        }

        if (headings + bold + links == 0) return 0;
        return headings > 0 || bold * 20 > lines ? 0.7 : 0.45;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var matter = FrontMatter.Read(text);
        draft.Details = matter.Details;
        draft.Language = matter.Language;
        var body = matter.End == 0 ? text : text.Only(matter.End, text.Lines.Length);
        var marks = new Marks(body, matter.Speakers, stop);
        new MarkdownTalk(body, marks, draft).Read(matter.End, stop);
    }
}
