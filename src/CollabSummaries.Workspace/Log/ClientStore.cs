using System.Security.Cryptography;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Log;

/// <summary>Open editors. Their nonce belongs to one author and one resume key for good, so that unsent edits of weeks ago still find their place.</summary>
public sealed class ClientStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <returns>The nonce and the key that proves it; the key is kept as its hash alone.</returns>
    public async Task<(string ClientId, string ResumeKey)> AddAsync(string talkId, string authorKey, CancellationToken stop)
    {
        var (clientId, key) = (Ids.New(), Ids.NewSecret());
        await writer.WriteTextAsync(
            async context =>
            {
                context.EditingClients.Add(new EditingClient
                {
                    TalkId = talkId, ClientId = clientId, AuthorKey = authorKey, ResumeKeyHash = Ids.HashOf(key), CreatedAt = time.GetUtcNow(),
                });
                return await context.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);
            },
            stop).ConfigureAwait(false);
        return (clientId, key);
    }

    /// <summary>True when this author was given this nonce with this key.</summary>
    public async Task<bool> KnowsAsync(string talkId, string clientId, string authorKey, string resumeKey, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        var row = await context.EditingClients.AsNoTracking()
            .SingleOrDefaultAsync(x => x.TalkId == talkId && x.ClientId == clientId, stop).ConfigureAwait(false);
        return row is not null && row.AuthorKey == authorKey && CryptographicOperations.FixedTimeEquals(row.ResumeKeyHash, Ids.HashOf(resumeKey));
    }
}
