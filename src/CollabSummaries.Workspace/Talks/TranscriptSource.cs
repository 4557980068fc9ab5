namespace CollabSummaries.Workspace.Talks;

/// <summary>All a transcript is made of: the files, and what people gave since.</summary>
/// <param name="Edition">How often it was changed; a change names the edition it was made on.</param>
/// <param name="Names">The file's names and what they are called now.</param>
/// <param name="Segments">As shown.</param>
public sealed record TranscriptSource(
    string TalkId, int Edition, IReadOnlyList<SourceFile> Files, IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<KeptCorrection> Corrections, IReadOnlyList<KeptSegment> Segments, IReadOnlyList<KeptChapter> Chapters);

/// <summary>A file of a talk.</summary>
/// <param name="Way">"after", "chat" or "names"; null for the first.</param>
public sealed record SourceFile(string FileName, byte[] Raw, string Format, string? Way, long? ShiftMs);

/// <summary>A segment as it will be shown, with what the file says where that differs.</summary>
public sealed record SegmentNow(
    string Id, long? StartMs, long? EndMs, string? Speaker, string Text, int FirstLine, int LastLine, string? ImportedSpeaker, string? ImportedText);

/// <summary>What a transcript becomes.</summary>
/// <param name="FromEdition">The edition it was made on: of two changes at once the later learns that it came too late.</param>
/// <param name="Formats">Parser of each file, where they changed; null: they did not.</param>
/// <param name="MovePassages">Where the pieces of a passage stand afterwards; null: no word and no place changes.</param>
public sealed record TranscriptChange(
    int FromEdition, IReadOnlyList<SegmentNow> Segments, IReadOnlyList<NewChapter>? Chapters, IReadOnlyList<string>? Formats,
    IReadOnlyDictionary<string, string> Names, IReadOnlyList<KeptCorrection> Corrections,
    Func<IReadOnlyList<Log.PassagePiece>, IReadOnlyList<Log.PassagePiece>>? MovePassages);

/// <summary>What became of a change.</summary>
public enum TranscriptOutcome
{
    Changed,

    /// <summary>Somebody else changed it first: look again.</summary>
    MovedOn,

    /// <summary>A run reads these words and places just now.</summary>
    RunIsReading,
}
