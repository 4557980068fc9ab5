using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Web.Importing.Joining;

/// <summary>A file as it was read.</summary>
/// <param name="Lines">Its own lines; null where it is no text.</param>
/// <param name="LinesBefore">Lines of the files before it: line n of it is line LinesBefore + n of the talk.</param>
/// <param name="Way">Null for the first file.</param>
/// <param name="BeginsMs">Where in the talk it begins; null where that means nothing.</param>
/// <param name="ShiftMs">What is added to its times to begin there.</param>
public sealed record OpenedFile(
    ImportFile File, ImportOutcome Outcome, IReadOnlyList<FormatGuess> Guesses, FileLines? Lines, int LinesBefore,
    JoinWay? Way = null, long? BeginsMs = null, long? ShiftMs = null)
{
    public static OpenedFile Of(ImportFile file, int linesBefore, CancellationToken stop) => new(
        file,
        TranscriptImport.Import(file.Raw, new ImportOptions(file.Name, file.Format), stop),
        TranscriptImport.Guess(file.Raw, file.Name),
        FileLines.Find(file.Raw, stop),
        linesBefore);
}
