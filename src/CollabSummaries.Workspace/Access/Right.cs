namespace CollabSummaries.Workspace.Access;

/// <summary>What may be done with a talk; each includes those before it.</summary>
public enum Right
{
    Read,
    Edit,

    /// <summary>Rename, delete, share, revoke.</summary>
    Manage,
}

/// <summary>Who asks: a member by account or a guest by an edit link. The author key is what updates are kept under.</summary>
public abstract record Who(string AuthorKey, string Name, int Color);

/// <summary>A signed-in person.</summary>
public sealed record Member(string AccountId, string Name, int Color) : Who($"person:{AccountId}", Name, Color);

/// <summary>The holder of an edit link, known by the name given at the door.</summary>
public sealed record Guest(string LinkId, string GuestId, string Name, int Color) : Who($"guest:{GuestId}", Name, Color);

/// <summary>Said instead of what was asked for. Answered as "not found", so that foreign ids tell nothing.</summary>
public sealed class AccessDeniedException() : Exception("There is nothing here for you under this address.");

/// <summary>The one place where rights are checked: pages, hub methods, endpoints, exports and runs all ask here, every time.</summary>
public interface IAccess
{
    /// <summary>The highest right <paramref name="who"/> has to the talk now, read from the store; null: none.</summary>
    Task<Right?> RightAsync(Who who, string talkId, CancellationToken stop);

    /// <summary>Throws <see cref="AccessDeniedException"/> unless the right is there now.</summary>
    Task RequireAsync(Who who, string talkId, Right right, CancellationToken stop);

    /// <summary>Throws unless the talk lies in the bin and <paramref name="who"/> may take it out. (For everything else a talk in the bin is not there.)</summary>
    Task RequireBinAsync(Who who, string talkId, CancellationToken stop);

    /// <summary>Throws unless <paramref name="who"/> may bring new talks (members and admins).</summary>
    Task RequireMemberAsync(Who who, CancellationToken stop);

    /// <summary>Throws unless <paramref name="who"/> administers the server.</summary>
    Task RequireAdminAsync(Who who, CancellationToken stop);
}
