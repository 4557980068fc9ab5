namespace CollabSummaries.Workspace.Templates;

/// <summary>How larger models are to write, as people edited it.</summary>
public sealed class KeptTemplate
{
    public required string Id { get; init; }

    /// <summary>The talk it was made for; null: every talk of the workspace has it.</summary>
    public string? TalkId { get; init; }

    /// <summary>What is shown in lists.</summary>
    public required string Name { get; set; }

    /// <summary>The template itself as JSON; what stands in it is the summarizer's matter.</summary>
    public required string Body { get; set; }

    public required string EditedBy { get; set; }

    public required DateTimeOffset EditedAt { get; set; }

    /// <summary>Taken out of the lists; it may come back.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}
