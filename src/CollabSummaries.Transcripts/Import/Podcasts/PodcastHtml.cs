using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Podcasts;

/// <summary>Podcasting 2.0 HTML: `cite` names who speaks, `time` says when, `p` holds the words.</summary>
internal static class PodcastHtml
{
    public static FormatReader Reader { get; } = new(new TranscriptFormat("podcast-html", "Podcasting 2.0 (HTML)"), Score, Read);

    private static double Score(RawText text)
    {
        bool cite = false, time = false, p = false;
        foreach (var line in text.Lines)
        {
            cite |= line.Contains("<cite", StringComparison.OrdinalIgnoreCase);
            time |= line.Contains("<time>", StringComparison.OrdinalIgnoreCase) || line.Contains("<time ", StringComparison.OrdinalIgnoreCase);
            p |= line.Contains("<p>", StringComparison.OrdinalIgnoreCase) || line.Contains("<p ", StringComparison.OrdinalIgnoreCase);
        }

        return p && (cite || time) ? (cite && time ? 0.97 : 0.8) : 0;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var page = new PodcastPage(draft);
        var n = 0;
        foreach (var token in HtmlTokens.Of(text.Lines))
        {
            if (n++ % 1024 == 0) stop.ThrowIfCancellationRequested();
            page.Read(token);
        }

        page.End();
    }
}
