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

    /// <summary>Who speaks, as shown: the name in the file or the one people gave since.</summary>
    public string? Speaker { get; set; }

    /// <summary>The words as shown.</summary>
    public required string Text { get; set; }

    /// <summary>The name in the file; null where it names nobody.</summary>
    public string? ImportedSpeaker { get; set; }

    /// <summary>The words of the file where somebody corrected them; null: <see cref="Text"/> is the file's.</summary>
    public string? ImportedText { get; set; }

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
