namespace CollabSummaries.Workspace.Log;

/// <summary>The summary of a talk: how far its log goes. Compare-and-set on <see cref="Version"/> orders all writers.</summary>
public sealed class SummaryHead
{
    public required string TalkId { get; init; }

    public required long Version { get; set; }

    public required byte[] Hash { get; set; }
}

/// <summary>A summary's text as kept at one version, so that nobody replays the whole log.</summary>
public sealed class Snapshot
{
    public required string TalkId { get; init; }

    public required long Version { get; init; }

    public required string Text { get; init; }

    /// <summary>Bullet ids and places at that version (BulletMap.ToText).</summary>
    public required string Bullets { get; init; }
}

/// <summary>One open editor: a nonce bound to its author and a resume key, not to a connection.</summary>
public sealed class EditingClient
{
    public required string TalkId { get; init; }

    public required string ClientId { get; init; }

    public required string AuthorKey { get; init; }

    public required byte[] ResumeKeyHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
