using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CollabSummaries.Web.Accounts;

/// <summary>Identity's store, with every write sent through the one writer of the database.</summary>
internal sealed class AccountUsers(SqliteWorkspaceContext context, WorkspaceWriter writer, IdentityErrorDescriber words)
    : UserOnlyStore<Account, SqliteWorkspaceContext>(context, words)
{
    public override Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(c => On(c).CreateAsync(user, CancellationToken.None), cancellationToken);

    public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(c => On(c).UpdateAsync(user, CancellationToken.None), cancellationToken);

    public override Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(c => On(c).DeleteAsync(user, CancellationToken.None), cancellationToken);

    /// <summary>The plain store over the writer's context, inside a work.</summary>
    public static UserOnlyStore<Account, WorkspaceContext> On(WorkspaceContext context) => new(context);
}
