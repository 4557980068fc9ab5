using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Accounts;

/// <summary>A person as the people page shows it.</summary>
public sealed record Person(string AccountId, string DisplayName, string UserName, int Color, Role Role);

/// <summary>What became of a change to a person.</summary>
public enum PersonChange
{
    Done,

    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>Refused: nobody would be left to administer the server.</summary>
    LastAdmin,
}

/// <summary>People with accounts.</summary>
public sealed class PeopleStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer)
{
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Users.OrderBy(x => x.DisplayName).ThenBy(x => x.Id)
            .Select(x => new Person(x.Id, x.DisplayName, x.UserName ?? "", x.Color, x.Role))
            .ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The role an account has now; null: there is no such account.</summary>
    public async Task<Role?> FindRoleAsync(string accountId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Users.Where(x => x.Id == accountId).Select(x => (Role?)x.Role).SingleOrDefaultAsync(stop).ConfigureAwait(false);
    }

    public Task<PersonChange> SetRoleAsync(string accountId, Role role, CancellationToken stop) =>
        ChangeAsync(accountId, removesAdmin: role != Role.Admin, (_, account) => account.Role = role, stop);

    /// <summary>Removes the account; its author stays, so that history keeps the name.</summary>
    public Task<PersonChange> RemoveAsync(string accountId, CancellationToken stop) =>
        ChangeAsync(accountId, removesAdmin: true, (context, account) => context.Remove(account), stop);

    private Task<PersonChange> ChangeAsync(string accountId, bool removesAdmin, Action<WorkspaceContext, Account> change, CancellationToken stop) =>
        writer.WriteAsync(
            async context =>
            {
                if (await context.Users.SingleOrDefaultAsync(x => x.Id == accountId, CancellationToken.None).ConfigureAwait(false) is not { } account)
                    return PersonChange.Unknown;
                var others = context.Users.Where(x => x.Role == Role.Admin && x.Id != accountId);
                if (removesAdmin && account.Role == Role.Admin && !await others.AnyAsync(CancellationToken.None).ConfigureAwait(false))
                    return PersonChange.LastAdmin;
                change(context, account);
                return PersonChange.Done;
            },
            stop);
}
