namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Renames or merges speakers, or puts names back.</summary>
/// <param name="Shown">Names as shown now and what they are to be called, all at once; one name for two makes them one.</param>
/// <param name="Names">Instead: what the file's names are to be called, as <see cref="TranscriptReply.Names"/> gave them.</param>
internal sealed record SpeakersRequest(IReadOnlyDictionary<string, string>? Shown, IReadOnlyDictionary<string, string>? Names);

/// <summary>Puts the words of a turn right, or who speaks them.</summary>
/// <param name="First">Index of its first segment.</param>
/// <param name="Last">Index of its last segment.</param>
/// <param name="Was">The words the person saw; when they are others by now nothing is changed.</param>
/// <param name="Text">The words it shall have; null: those of the file.</param>
/// <param name="Speaker">Who speaks; null or empty: as it is.</param>
internal sealed record TurnRequest(int First, int Last, string? Was, string? Text, string? Speaker);

/// <summary>Reads the files again with other parsers.</summary>
/// <param name="Formats">One for each file, in order.</param>
/// <param name="Try">Only say what would come of it.</param>
internal sealed record ParseRequest(IReadOnlyList<string>? Formats, bool Try);

/// <summary>What a change did.</summary>
/// <param name="Names">For the way back: what the names it touched were called before.</param>
/// <param name="Rechecks">Bullets whose evidence is to be looked at again because of it.</param>
internal sealed record TranscriptReply(IReadOnlyDictionary<string, string>? Names = null, int Rechecks = 0);

/// <summary>What reading the files again gives.</summary>
/// <param name="Turns">The first turns as rows of HTML, encoded.</param>
internal sealed record ParseReply(
    int SegmentsBefore, int Segments, int Speakers, int Passages, int PassagesFound, int Corrections, int CorrectionsFit, int Warnings, string Turns);

/// <summary>A file of the talk and how it is read.</summary>
internal sealed record FileReply(string Name, string Format, IReadOnlyList<FormatReply> Guesses);

/// <summary>A format by name.</summary>
internal sealed record FormatReply(string Name, string DisplayName);

/// <summary>The files of a talk and all formats they may be read as.</summary>
internal sealed record FilesReply(IReadOnlyList<FileReply> Files, IReadOnlyList<FormatReply> Formats);

/// <summary>A change that cannot be made; the message is for people.</summary>
internal sealed class NotChangedException(string message, int status = StatusCodes.Status409Conflict) : Exception(message)
{
    public int Status => status;
}
