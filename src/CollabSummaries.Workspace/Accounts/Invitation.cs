namespace CollabSummaries.Workspace.Accounts;

/// <summary>A link that makes one account. The first one is printed at first start and makes the administrator.</summary>
public sealed class Invitation
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the link's secret.</summary>
    public required byte[] SecretHash { get; init; }

    public required Role Role { get; init; }

    /// <summary>Author key of who invited; null for the first start.</summary>
    public string? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it made its account; a used invitation is void.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
