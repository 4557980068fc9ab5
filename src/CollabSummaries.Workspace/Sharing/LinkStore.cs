using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Sharing;

/// <summary>A link as asked for.</summary>
/// <param name="PinnedVersion">Version a read link shows; null: always the latest.</param>
/// <param name="ExpiresAt">Null: never.</param>
/// <param name="CreatedBy">Author key.</param>
public sealed record NewLink(
    string TalkId, LinkRight Right, LinkScope Scope, long? PinnedVersion, DateTimeOffset? ExpiresAt, string CreatedBy);

/// <summary>Addresses that give a right to whoever holds them. Only a hash of the secret is kept.</summary>
public sealed class LinkStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>The secret is told here and never again.</summary>
    public async Task<(ShareLink Link, string Secret)> CreateAsync(NewLink wish, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (wish.ExpiresAt <= now)
            throw new ArgumentException("A link must expire in the future.", nameof(wish));
        var secret = Ids.NewSecret();
        var link = new ShareLink
        {
            Id = Ids.New(), TalkId = wish.TalkId, SecretHash = Ids.HashOf(secret), Right = wish.Right, Scope = wish.Scope,
            PinnedVersion = wish.PinnedVersion, CreatedBy = wish.CreatedBy, CreatedAt = now, ExpiresAt = wish.ExpiresAt,
        };
        await writer.WriteAsync(context => { context.Add(link); return Task.CompletedTask; }, stop).ConfigureAwait(false);
        return (link, secret);
    }

    /// <summary>Links of a talk, newest first, expired and revoked ones too.</summary>
    public async Task<IReadOnlyList<ShareLink>> ListAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.ShareLinks.AsNoTracking().Where(x => x.TalkId == talkId).OrderByDescending(x => x.CreatedAt)
            .ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The link that opens with the secret now; null when it is unknown, expired, revoked, or its talk lies in the bin.</summary>
    public Task<ShareLink?> FindBySecretAsync(string secret, CancellationToken stop)
    {
        var hash = Ids.HashOf(secret);
        return FindOpenAsync(links => links.Where(x => x.SecretHash == hash), stop);
    }

    /// <summary>As <see cref="FindBySecretAsync"/>, by the id a guest was let in under.</summary>
    public Task<ShareLink?> FindOpenAsync(string linkId, CancellationToken stop) => FindOpenAsync(links => links.Where(x => x.Id == linkId), stop);

    /// <summary>Closes the link for good. False: the talk has no such open link.</summary>
    public async Task<bool> RevokeAsync(string talkId, string linkId, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await writer.WriteAsync(
            context => context.ShareLinks.Where(x => x.TalkId == talkId && x.Id == linkId && x.RevokedAt == null)
                .ExecuteUpdateAsync(x => x.SetProperty(l => l.RevokedAt, now), CancellationToken.None),
            stop).ConfigureAwait(false) > 0;
    }

    /// <summary>Adds openings counted since the last call, by link.</summary>
    public Task AddViewsAsync(IReadOnlyDictionary<string, int> views, CancellationToken stop) => writer.WriteAsync(
        async context =>
        {
            foreach (var (id, count) in views)
                await context.ShareLinks.Where(x => x.Id == id)
                    .ExecuteUpdateAsync(x => x.SetProperty(l => l.Views, l => l.Views + count), CancellationToken.None).ConfigureAwait(false);
        },
        stop);

    private async Task<ShareLink?> FindOpenAsync(Func<IQueryable<ShareLink>, IQueryable<ShareLink>> which, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await which(context.ShareLinks.AsNoTracking())
            .Where(x => x.RevokedAt == null && (x.ExpiresAt == null || x.ExpiresAt > now))
            .Where(x => context.Talks.Any(t => t.Id == x.TalkId && t.DeletedAt == null))
            .SingleOrDefaultAsync(stop).ConfigureAwait(false);
    }
}
