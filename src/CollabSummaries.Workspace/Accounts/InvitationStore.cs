using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Accounts;

/// <summary>Links that make one account each. Only a hash of the secret is kept.</summary>
public sealed class InvitationStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>How long an invitation is open.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromDays(7);

    /// <summary>The secret is told here and never again.</summary>
    /// <param name="createdBy">Author key of who invites.</param>
    public async Task<(Invitation Invitation, string Secret)> CreateAsync(Role role, string createdBy, CancellationToken stop)
    {
        var (invitation, secret) = New(role, createdBy);
        await writer.WriteAsync(context => { context.Add(invitation); return Task.CompletedTask; }, stop).ConfigureAwait(false);
        return (invitation, secret);
    }

    /// <summary>While there is no account: a new link that makes the administrator, and the ones before are void. Null: there is an account.</summary>
    public async Task<string?> FirstAsync(CancellationToken stop)
    {
        var (invitation, secret) = New(Role.Admin, null);
        return await writer.WriteAsync(
            async context =>
            {
                if (await context.Users.AnyAsync(CancellationToken.None).ConfigureAwait(false))
                    return null;
                await context.Invitations.Where(x => x.CreatedBy == null && x.UsedAt == null).ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
                context.Add(invitation);
                return secret;
            },
            stop).ConfigureAwait(false);
    }

    /// <summary>Invitations that can still be used, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Invitations.AsNoTracking().Where(x => x.UsedAt == null && x.ExpiresAt > now)
            .OrderByDescending(x => x.CreatedAt).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The invitation the secret opens now; null when it is unknown, used or expired.</summary>
    public async Task<Invitation?> FindBySecretAsync(string secret, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await FindAsync(context, secret, stop).ConfigureAwait(false);
    }

    /// <summary>Part of the work that makes the account: the invitation, marked as used; null when it cannot be used (any more).</summary>
    public async Task<Invitation?> UseAsync(WorkspaceContext context, string secret)
    {
        if (await FindAsync(context, secret, CancellationToken.None).ConfigureAwait(false) is not { } invitation)
            return null;
        invitation.UsedAt = time.GetUtcNow();
        return invitation;
    }

    /// <summary>Takes an unused invitation back. False: there is no such.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken stop) => await writer.WriteAsync(
        context => context.Invitations.Where(x => x.Id == id && x.UsedAt == null).ExecuteDeleteAsync(CancellationToken.None), stop).ConfigureAwait(false) > 0;

    private (Invitation Invitation, string Secret) New(Role role, string? createdBy)
    {
        var now = time.GetUtcNow();
        var secret = Ids.NewSecret();
        var invitation = new Invitation
        {
            Id = Ids.New(), SecretHash = Ids.HashOf(secret), Role = role, CreatedBy = createdBy, CreatedAt = now, ExpiresAt = now + Open,
        };
        return (invitation, secret);
    }

    private Task<Invitation?> FindAsync(WorkspaceContext context, string secret, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var hash = Ids.HashOf(secret);
        return context.Invitations.SingleOrDefaultAsync(x => x.SecretHash == hash && x.UsedAt == null && x.ExpiresAt > now, stop);
    }
}
