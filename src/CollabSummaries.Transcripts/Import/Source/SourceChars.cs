namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>A stretch of a file's decoded text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One after the last.</param>
internal readonly record struct SourceChars(int Start, int End)
{
    /// <summary>The characters of a segment that already knows them.</summary>
    public static SourceChars? Of(Segment segment) => segment is { SourceStart: { } start, SourceEnd: { } end } ? new SourceChars(start, end) : null;

    /// <summary>From here to the end of a later stretch; channels may stand in any order.</summary>
    public SourceChars Through(SourceChars last) => new(Math.Min(Start, last.Start), Math.Max(End, last.End));
}
