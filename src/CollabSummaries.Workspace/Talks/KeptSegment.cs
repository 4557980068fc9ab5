namespace CollabSummaries.Workspace.Talks;

/// <summary>A segment as kept; its place in the transcript is its key.</summary>
public sealed class KeptSegment
{
    public required string TalkId { get; init; }

    /// <summary>Place in the transcript, from 0.</summary>
    public required int Index { get; init; }

    public required string SegmentId { get; init; }

    public long? StartMs { get; set; }

    public long? EndMs { get; set; }

    public string? Speaker { get; set; }

    public required string Text { get; set; }

    public required int FirstLine { get; init; }

    public required int LastLine { get; init; }
}

/// <summary>A heading as kept.</summary>
public sealed class KeptChapter
{
    public required string TalkId { get; init; }

    public required int Index { get; init; }

    public required string Title { get; set; }

    public required int FirstSegment { get; init; }
}
