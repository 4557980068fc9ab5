namespace CollabSummaries.Workspace.Sharing;

/// <summary>What the holder of a link may do.</summary>
public enum LinkRight
{
    Read,
    Edit,
}

/// <summary>How much of a talk a read link shows.</summary>
public enum LinkScope
{
    /// <summary>The summary alone.</summary>
    Summary,

    /// <summary>The summary with the quotes its bullets rest on.</summary>
    Quotes,

    /// <summary>Summary, quotes and the whole transcript.</summary>
    Transcript,
}

/// <summary>An address that gives a right to whoever holds it. The secret itself is shown once and never kept.</summary>
public sealed class ShareLink
{
    public required string Id { get; init; }

    public required string TalkId { get; init; }

    /// <summary>SHA-256 of the link's secret.</summary>
    public required byte[] SecretHash { get; init; }

    public required LinkRight Right { get; init; }

    public required LinkScope Scope { get; init; }

    /// <summary>Version it shows; null: always the latest.</summary>
    public long? PinnedVersion { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>How often a read link was opened.</summary>
    public int Views { get; set; }
}
