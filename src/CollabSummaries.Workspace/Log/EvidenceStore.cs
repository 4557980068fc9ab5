using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Log;

/// <summary>Reads the evidence beside a summary. It is written with the update it belongs to, through the log.</summary>
public sealed class EvidenceStore(IDbContextFactory<SqliteWorkspaceContext> contexts)
{
    /// <summary>What holds at a version; null: what holds now.</summary>
    public async Task<IReadOnlyList<KeptEvidence>> ListAsync(string talkId, long? version, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        var rows = context.Evidence.AsNoTracking().Where(x => x.TalkId == talkId);
        rows = version is { } at
            ? rows.Where(x => x.FromVersion <= at && (x.ToVersion == null || x.ToVersion > at))
            : rows.Where(x => x.ToVersion == null);
        return await rows.OrderBy(x => x.FromVersion).ThenByDescending(x => x.Score).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>All there ever was.</summary>
    public async Task<IReadOnlyList<KeptEvidence>> ListAllAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Evidence.AsNoTracking().Where(x => x.TalkId == talkId).ToListAsync(stop).ConfigureAwait(false);
    }

    internal static async Task WriteAsync(WorkspaceContext context, EvidenceStep step, CancellationToken stop)
    {
        // A row that began and ended within one write is kept with both its ends.
        var fresh = step.Opened.ToDictionary(x => x.Id, StringComparer.Ordinal);
        foreach (var (id, version) in step.Closed)
        {
            if (fresh.TryGetValue(id, out var row))
                row.ToVersion = version;
            else
                await context.Evidence.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(e => e.ToVersion, version), stop).ConfigureAwait(false);
        }

        context.Evidence.AddRange(step.Opened);
    }
}
