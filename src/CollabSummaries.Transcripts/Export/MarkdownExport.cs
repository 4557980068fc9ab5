using System.Globalization;
using System.Text;

namespace CollabSummaries.Transcripts.Export;

/// <summary>Markdown with front matter, chapters as headings, and name and time before the words.</summary>
internal static class MarkdownExport
{
    private const string Special = "\\`*_[]<>#";

    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder();
        WriteFrontMatter(transcript, text);
        var chapter = 0;
        for (var i = 0; i < transcript.Segments.Count; i++)
        {
            while (chapter < transcript.Chapters.Count && transcript.Chapters[chapter].FirstSegment <= i)
                text.Append("## ").Append(Escape(transcript.Chapters[chapter++].Title)).Append("\n\n");
            var segment = transcript.Segments[i];
            if (segment.StartMs is { } start) text.Append(CultureInfo.InvariantCulture, $"\\[{CueClock.Short(start)}\\] ");
            if (segment.Speaker is { } speaker) text.Append("**").Append(Escape(speaker)).Append(":** ");
            text.Append(Escape(segment.Text)).Append("\n\n");
        }

        return text.ToString();
    }

    private static void WriteFrontMatter(Transcript transcript, StringBuilder text)
    {
        text.Append("---\n");
        if (transcript.Details.Title is { } title) text.Append("title: ").Append(Quote(title)).Append('\n');
        if (transcript.Details.Date is { } date) text.Append(CultureInfo.InvariantCulture, $"date: {date:yyyy-MM-dd}\n");
        if (transcript.Details.MediaUrl is { } media) text.Append("media: ").Append(Quote(media)).Append('\n');
        if (transcript.Language is { } language) text.Append("lang: ").Append(Quote(language)).Append('\n');
        text.Append("speakers: [").Append(string.Join(", ", transcript.Speakers.Select(Quote))).Append("]\n---\n\n");
    }

    private static string Quote(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>Everything Markdown could take for markup; at the start of a paragraph also the marks of lists.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i]) || (i == 0 && text[i] is '-' or '+' or '=' or '~' or '|')) escaped.Append('\\');
            escaped.Append(text[i] == '&' ? "&amp;" : text[i].ToString());
        }

        return escaped.ToString();
    }
}
