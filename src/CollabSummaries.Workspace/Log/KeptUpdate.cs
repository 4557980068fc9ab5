namespace CollabSummaries.Workspace.Log;

/// <summary>What made an update.</summary>
public enum UpdateKind
{
    Edit,
    Run,
    Restore,
    Import,
}

/// <summary>A row of the log. Rows are added, never changed: (talk, version) and (talk, client, seq) are unique.</summary>
public sealed class KeptUpdate
{
    public required string TalkId { get; init; }

    /// <summary>The version this update made, from 1, without gaps.</summary>
    public required long Version { get; init; }

    public required string ClientId { get; init; }

    public required long Seq { get; init; }

    public required string AuthorKey { get; init; }

    public required UpdateKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>ChangeSet JSON as accepted, after mapping.</summary>
    public required string Changes { get; init; }

    /// <summary>Ids the author declared for bullets of this update (line start in the new text → id) as JSON; null: none.</summary>
    public string? BulletIds { get; init; }

    /// <summary>SHA-256 over (hash before, changes, author): a changed or missing row breaks the chain.</summary>
    public required byte[] Hash { get; init; }
}
