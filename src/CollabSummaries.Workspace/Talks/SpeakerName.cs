namespace CollabSummaries.Workspace.Talks;

/// <summary>The name people gave to a speaker of the file. Two with one name are one speaker from then on; the file's names stay, so it can be taken back.</summary>
public sealed class SpeakerName
{
    public required string TalkId { get; init; }

    /// <summary>As the file has it, or as a correction gave it.</summary>
    public required string Imported { get; init; }

    public required string Shown { get; set; }
}

/// <summary>What somebody put right in a segment. It holds for the words it was made for: parsed another way the file may have no such segment, and the
/// correction waits until it has it again.</summary>
public sealed class KeptCorrection
{
    public required string TalkId { get; init; }

    public required string SegmentId { get; init; }

    /// <summary>The words of the file.</summary>
    public required string Original { get; init; }

    /// <summary>The words to show; null: the file's.</summary>
    public string? Corrected { get; set; }

    /// <summary>Who really speaks; null: whom the file names.</summary>
    public string? Speaker { get; set; }

    public required string AuthorKey { get; set; }

    public required DateTimeOffset At { get; set; }
}
