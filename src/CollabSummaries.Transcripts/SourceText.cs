namespace CollabSummaries.Transcripts;

/// <summary>A line of a file.</summary>
/// <param name="Number">The number a user knows it by, from 1: of a Word file that of its paragraph, so soft breaks share one.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Characters, the line's end not counted.</param>
public sealed record SourceLine(int Number, int Start, int Length);

/// <summary>The decoded text of a file, in which segments count their lines and characters. The text of a Word file is its paragraphs and soft breaks, a line each.</summary>
public sealed record SourceText(string Text, string Encoding, IReadOnlyList<SourceLine> Lines)
{
    /// <summary>The characters a segment came from; null for a segment that does not know them.</summary>
    public string? Of(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment is { SourceStart: { } start, SourceEnd: { } end } && end <= Text.Length ? Text[start..end] : null;
    }
}
