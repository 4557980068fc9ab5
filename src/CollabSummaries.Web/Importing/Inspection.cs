using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Web.Reviewing;
using CollabSummaries.Web.Shell;

namespace CollabSummaries.Web.Importing;

/// <summary>A file as it arrived.</summary>
/// <param name="Format">Parser chosen by hand; null: detect.</param>
public sealed record ImportFile(string Name, byte[] Raw, string? Format);

/// <summary>What the title, date and media fields hold; null where the person typed nothing.</summary>
public sealed record ImportDetails(string? Title, string? Date, string? MediaUrl);

/// <summary>What a person sees before anything is kept: how a file was read, beside the file itself.</summary>
public sealed record Inspection(
    ImportFile File, ImportOutcome Outcome, IReadOnlyList<FormatGuess> Guesses, IReadOnlyList<RawLine> Lines, IReadOnlyList<TurnRow> FirstTurns, ImportDetails Details)
{
    private const int TurnsShown = 14;

    public static Inspection Of(ImportFile file, ImportDetails details, CancellationToken stop)
    {
        var outcome = TranscriptImport.Import(file.Raw, new ImportOptions(file.Name, file.Format), stop);
        int[] marked = outcome switch
        {
            { Transcript: { } read } => [.. read.Warnings.Select(x => x.Line)],
            { Refusal: { } refusal } => [refusal.Line],
            _ => [],
        };
        return new Inspection(
            file,
            outcome,
            TranscriptImport.Guess(file.Raw, file.Name),
            RawLine.Around(file.Raw, outcome.Transcript?.Encoding ?? "utf-8", marked),
            outcome.Transcript is { } transcript ? [.. TurnRow.Of(transcript.Segments, transcript.Chapters).Take(TurnsShown)] : [],
            Filled(details, file.Name, outcome.Transcript?.Details));
    }

    /// <summary>Short facts over the preview, in reading order.</summary>
    public IEnumerable<string> Facts()
    {
        if (Outcome.Transcript is not { } transcript)
            yield break;
        yield return transcript.Encoding.ToUpperInvariant();
        yield return Wording.Count(transcript.Segments.Count, "segment");
        if (transcript.Segments.Max(x => x.EndMs ?? x.StartMs) is { } ms)
            yield return Wording.Length(ms);
        else
            yield return "no times";
        yield return transcript.Speakers.Count == 0 ? "no speakers named" : Wording.Count(transcript.Speakers.Count, "speaker");
        if (transcript.Chapters.Count > 0)
            yield return Wording.Count(transcript.Chapters.Count, "heading");
        if (transcript.Summary is { Count: > 0 } bullets)
            yield return $"brings {Wording.Count(bullets.Count, "bullet")} of its own";
    }

    private static ImportDetails Filled(ImportDetails typed, string fileName, TalkDetails? read) => new(
        Chosen(typed.Title) ?? read?.Title ?? TitleOf(fileName),
        typed.Date ?? read?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        typed.MediaUrl ?? read?.MediaUrl);

    private static string? Chosen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string TitleOf(string fileName)
    {
        var words = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? "Untitled talk" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
