using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Languages;
using CollabSummaries.Web.Importing.Joining;
using CollabSummaries.Web.Reviewing;

namespace CollabSummaries.Web.Importing.Inspecting;

/// <summary>What title, date, media, language and names hold; null where the person gave nothing.</summary>
public sealed record ImportDetails(string? Title, string? Date, string? MediaUrl, string? Language = null, IReadOnlyDictionary<string, string>? Names = null);

/// <summary>What a person sees before anything is kept: how the files of a talk were read, beside the files themselves.</summary>
/// <param name="Transcript">With the names given; null when a file could not be read.</param>
/// <param name="Language">What its words say; null when they do not tell.</param>
/// <param name="Speakers">Names in the files, what they will be called, and how many segments they speak.</param>
public sealed record Inspection(
    JoinedFiles Joined, IReadOnlyList<InspectedFile> Files, Transcript? Transcript, LanguageGuess? Language,
    IReadOnlyList<InspectedSpeaker> Speakers, IReadOnlyList<TurnRow> FirstTurns, ImportDetails Details)
{
    private const int TurnsShown = 14;

    public static Inspection Of(IReadOnlyList<ImportFile> files, ImportDetails details, CancellationToken stop)
    {
        var joined = JoinedFiles.Of(files, stop);
        var read = joined.Transcript;
        var names = details.Names ?? new Dictionary<string, string>();
        var shown = read is null ? null : Renaming.Apply(read, names);
        return new Inspection(
            joined,
            [.. joined.Files.Select(InspectedFile.Of)],
            shown,
            read is null ? null : TalkLanguage.Guess(read.Segments) is { Code: not null } guess ? guess : null,
            read is null ? [] : InspectedSpeaker.Of(read, names),
            shown is null ? [] : [.. TurnRow.Of(shown.Segments, shown.Chapters).Take(TurnsShown)],
            Filled(details, files[0].Name, read));
    }

    private static ImportDetails Filled(ImportDetails typed, string fileName, Transcript? read) => typed with
    {
        Title = Chosen(typed.Title) ?? read?.Details.Title ?? NewTalks.TitleFrom(fileName),
        Date = typed.Date ?? read?.Details.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        MediaUrl = typed.MediaUrl ?? read?.Details.MediaUrl,
        Language = typed.Language ?? read?.Language ?? "",
    };

    private static string? Chosen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
