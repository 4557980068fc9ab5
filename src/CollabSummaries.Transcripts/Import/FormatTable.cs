using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Clouds;
using CollabSummaries.Transcripts.Import.MarkdownTalks;
using CollabSummaries.Transcripts.Import.Meetings;
using CollabSummaries.Transcripts.Import.Podcasts;
using CollabSummaries.Transcripts.Import.Recognizers;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Tables;
using CollabSummaries.Transcripts.Import.Talks;
using CollabSummaries.Transcripts.Import.Vtt;
using CollabSummaries.Transcripts.Import.Xml;
using CollabSummaries.Transcripts.Import.YouTube;

namespace CollabSummaries.Transcripts.Import;

/// <summary>All formats. Content decides; the ending of the file name only breaks a near tie.</summary>
internal static class FormatTable
{
    private const double EndingCounts = 0.05;

    public static IReadOnlyList<FormatReader> Readers { get; } =
    [
        Pair.Reader,
        MarkdownReader.Reader,
        PlainText.Reader,
        WebVtt.Reader,
        Srt.Reader,
        Json3.Reader,
        TimedText.Reader,
        Panel.Reader,
        Zoom.Reader,
        ZoomChat.Reader,
        Teams.Reader,
        Otter.Reader,
        StackedNames.Reader,
        RangeText.Reader,
        Sbv.Reader,
        CsvTalk.Reader,
        Ttml.Reader,
        Whisper.Reader,
        WhisperConsole.Reader,
        PodcastJson.Reader,
        PodcastHtml.Reader,
        AssemblyAi.Reader,
        Deepgram.Reader,
        Azure.Reader,
        AmazonTranscribe.Reader,
        GoogleSpeech.Reader,
        Rev.Reader,
        WordList.Reader,
    ];

    public static FormatReader Named(string name) =>
        Readers.FirstOrDefault(r => string.Equals(r.Format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException($"there is no format '{name}'; use one of {string.Join(", ", Readers.Select(r => r.Format.Name))}", 1);

    public static FormatReader Best(RawText text, string? fileName)
    {
        var scores = Scores(text, fileName);
        return scores.Count > 0 ? scores[0].Reader : throw Unreadable.Because(text);
    }

    public static string? Nearest(RawText text, string? fileName, string but) =>
        Scores(text, fileName).Select(s => s.Reader.Format.Name).Where(n => !string.Equals(n, but, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();

    public static IReadOnlyList<(FormatReader Reader, double Score)> Scores(RawText text, string? fileName)
    {
        var ending = Path.GetExtension(fileName)?.TrimStart('.').ToLowerInvariant();
        return [.. Readers
            .Select(r => (Reader: r, Score: r.Score(text)))
            .Where(s => s.Score > 0)
            .Select(s => (s.Reader, Score: Math.Min(1, s.Score + (EndingOf(s.Reader) == ending ? EndingCounts : 0))))
            .OrderByDescending(s => s.Score)];
    }

    private static string EndingOf(FormatReader reader) => reader.Format.Name switch
    {
        "markdown" => "md",
        "text" or "pair" => "txt",
        "podcast-html" => "html",
        var name => name,
    };
}
