using CollabSummaries.Editing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Log;

/// <summary>Reads a whole log and says the first thing wrong with it.</summary>
public sealed class LogCheck(IDbContextFactory<SqliteWorkspaceContext> contexts)
{
    /// <returns>Null when versions are gapless, the hashes chain up to the head, and every snapshot is what the rows give.</returns>
    public async Task<string?> FindFaultAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        var head = await context.Heads.AsNoTracking().SingleAsync(x => x.TalkId == talkId, stop).ConfigureAwait(false);
        var snapshots = await context.Snapshots.AsNoTracking().Where(x => x.TalkId == talkId)
            .ToDictionaryAsync(x => x.Version, stop).ConfigureAwait(false);
        var (state, hash) = (LogReplay.Empty, LogHash.Start);
        await foreach (var row in context.Updates.AsNoTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Version).AsAsyncEnumerable().WithCancellation(stop).ConfigureAwait(false))
        {
            if (row.Version != state.Version + 1)
                return $"Version {state.Version + 1} is missing.";
            hash = LogHash.Next(hash, row.Changes, row.AuthorKey);
            if (!hash.AsSpan().SequenceEqual(row.Hash))
                return $"The hash of version {row.Version} does not follow from its row and the one before.";
            state = LogReplay.Step(state, row);
            if (snapshots.TryGetValue(row.Version, out var snapshot) && (snapshot.Text != state.Text || snapshot.Bullets != state.Bullets.ToText()))
                return $"The snapshot of version {row.Version} is not what the rows give.";
        }

        if (head.Version != state.Version || !hash.AsSpan().SequenceEqual(head.Hash))
            return $"The head says version {head.Version}; the rows end at {state.Version}.";
        return null;
    }
}
