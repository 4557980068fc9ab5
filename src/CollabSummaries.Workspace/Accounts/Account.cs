using Microsoft.AspNetCore.Identity;

namespace CollabSummaries.Workspace.Accounts;

/// <summary>What an account may do on this server.</summary>
public enum Role
{
    /// <summary>Reads every talk.</summary>
    Viewer,

    /// <summary>Brings, edits, shares and deletes talks.</summary>
    Member,

    /// <summary>Invites and removes people as well.</summary>
    Admin,
}

/// <summary>A person who signs in.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>Name shown to others.</summary>
    public required string DisplayName { get; set; }

    public required int Color { get; set; }

    public required Role Role { get; set; }
}
