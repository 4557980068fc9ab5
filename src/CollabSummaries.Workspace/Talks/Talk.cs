namespace CollabSummaries.Workspace.Talks;

/// <summary>What is reviewed: one transcript, one summary.</summary>
public sealed class Talk
{
    public required string Id { get; init; }

    public required string Title { get; set; }

    public DateOnly? Date { get; set; }

    public string? MediaUrl { get; set; }

    /// <summary>Key of the author who brought it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change of title, summary or run.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Set while it lies in the bin; it is deleted for good 30 days later.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public required KeptTranscript Transcript { get; init; }
}
