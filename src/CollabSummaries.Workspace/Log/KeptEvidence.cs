namespace CollabSummaries.Workspace.Log;

/// <summary>What a bullet rests on, from one version to another. The Markdown itself holds no citations.</summary>
public sealed class KeptEvidence
{
    public required string Id { get; init; }

    public required string TalkId { get; init; }

    public required string BulletId { get; init; }

    public required long FromVersion { get; init; }

    /// <summary>First version it no longer holds for; null: still holds.</summary>
    public long? ToVersion { get; set; }

    /// <summary>The bullet's words it was given for; when they moved away, the evidence is to be rechecked.</summary>
    public required string GivenFor { get; init; }

    /// <summary>Passages as JSON, see <see cref="Passages"/>.</summary>
    public required string Passages { get; set; }

    /// <summary>"supported", "weak" or "unsupported".</summary>
    public required string Support { get; init; }

    public required double Score { get; init; }

    /// <summary>Why the support is what it is, one sentence; null when nothing needs saying.</summary>
    public string? Reason { get; init; }

    /// <summary>"written", "quoted" or "linked" (given by a person).</summary>
    public required string Kind { get; init; }

    /// <summary>Author key of who gave it.</summary>
    public required string GivenBy { get; init; }
}
