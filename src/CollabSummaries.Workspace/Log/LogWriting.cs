using CollabSummaries.Editing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Log;

/// <summary>Puts rows into the log, inside the caller's transaction: the head moves by compare-and-set, so of two writers one learns that it lost.</summary>
internal static class LogWriting
{
    /// <returns>Hash of the new head.</returns>
    public static async Task<byte[]> WriteAsync(WorkspaceContext context, LogAppend append, DateTimeOffset at, CancellationToken stop)
    {
        var hash = append.FromHash;
        var version = append.FromVersion;
        var rows = new List<KeptUpdate>(append.Rows.Count);
        foreach (var row in append.Rows)
        {
            hash = LogHash.Next(hash, row.Changes, row.AuthorKey);
            rows.Add(new KeptUpdate
            {
                TalkId = append.TalkId,
                Version = ++version,
                ClientId = row.Update.ClientId,
                Seq = row.Update.Seq,
                AuthorKey = row.AuthorKey,
                Kind = row.Kind,
                At = at,
                Changes = row.Changes,
                BulletIds = LogReplay.WriteIds(row.BulletIds),
                Hash = hash,
            });
        }

        if (rows.Count > 0)
        {
            await MoveHeadAsync(context, append, version, hash, at, stop).ConfigureAwait(false);
            context.Updates.AddRange(rows);
        }

        if (append.After is { } after)
            context.Snapshots.Add(new Snapshot { TalkId = append.TalkId, Version = after.Version, Text = after.Text, Bullets = after.Bullets.ToText() });
        await EvidenceStore.WriteAsync(context, append.Evidence, stop).ConfigureAwait(false);
        await context.SaveChangesAsync(stop).ConfigureAwait(false);
        return hash;
    }

    private static async Task MoveHeadAsync(WorkspaceContext context, LogAppend append, long version, byte[] hash, DateTimeOffset at, CancellationToken stop)
    {
        var moved = await context.Heads
            .Where(x => x.TalkId == append.TalkId && x.Version == append.FromVersion && x.Hash == append.FromHash)
            .ExecuteUpdateAsync(x => x.SetProperty(h => h.Version, version).SetProperty(h => h.Hash, hash), stop).ConfigureAwait(false);
        if (moved != 1)
            throw new LogConflictException(append.TalkId, append.FromVersion);
        await context.Talks.Where(x => x.Id == append.TalkId)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.UpdatedAt, at), stop).ConfigureAwait(false);
    }
}
