using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Workspace.Log.Appending;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Log;

/// <summary>The append-only log of summaries. The text at any version is what the rows up to it give; snapshots only make that fast.</summary>
public sealed class SummaryLog(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>A snapshot is due after so many versions …</summary>
    public const int VersionsPerSnapshot = 500;

    /// <summary>… or so many characters of changes.</summary>
    public const int BytesPerSnapshot = 256 * 1024;

    /// <summary>Begins the log of a new talk, inside the caller's work: the head, and the file's own summary as first update.</summary>
    public static async Task StartAsync(WorkspaceContext context, string talkId, string authorKey, string text, DateTimeOffset at, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Heads.Add(new SummaryHead { TalkId = talkId, Version = 0, Hash = LogHash.Start });
        await context.SaveChangesAsync(stop).ConfigureAwait(false);
        if (text.Length == 0)
            return;
        var update = new Update("import", 0, ChangeSet.Replace(0, 0, 0, text));
        var first = new NewRow(update, update.Changes.ToJson(), authorKey, UpdateKind.Import);
        await LogWriting.WriteAsync(context, new LogAppend(talkId, 0, LogHash.Start, [first], EvidenceStep.None, null), at, stop).ConfigureAwait(false);
        context.ChangeTracker.Clear();
    }

    /// <summary>The summary as it stands; null when there is no such talk.</summary>
    public async Task<OpenedSummary?> OpenAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        var head = await context.Heads.AsNoTracking().SingleOrDefaultAsync(x => x.TalkId == talkId, stop).ConfigureAwait(false);
        if (head is null)
            return null;
        // Rows never change, so all up to this head are of one moment, whatever is written meanwhile.
        var (state, from, rows) = await ReplayAsync(context, talkId, head.Version, stop).ConfigureAwait(false);
        var seqs = await context.Updates.Where(x => x.TalkId == talkId && x.Version <= head.Version).GroupBy(x => x.ClientId)
            .Select(g => new { ClientId = g.Key, Seq = g.Max(x => x.Seq) }).ToDictionaryAsync(x => x.ClientId, x => x.Seq, stop).ConfigureAwait(false);
        return new OpenedSummary(talkId, state, head.Hash, [.. rows.Select(LogReplay.ToUpdate)], seqs, from, rows.Sum(x => (long)x.Changes.Length));
    }

    /// <summary>Adds rows once they are on disk. Throws <see cref="LogConflictException"/> when the head has moved.</summary>
    /// <returns>Hash of the new head.</returns>
    public Task<byte[]> AppendAsync(LogAppend append, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(append);
        return writer.WriteTextAsync(context => LogWriting.WriteAsync(context, append, time.GetUtcNow(), CancellationToken.None), stop);
    }

    /// <summary>Rows after one version up to another, inclusive, in order.</summary>
    public async Task<IReadOnlyList<KeptUpdate>> ListUpdatesAsync(string talkId, long afterVersion, long upToVersion, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await Rows(context, talkId, afterVersion, upToVersion).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Text and bullets at a version. Throws <see cref="ArgumentOutOfRangeException"/> when the log does not have it.</summary>
    public async Task<SessionState> TextAtAsync(string talkId, long version, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        var (state, _, _) = await ReplayAsync(context, talkId, version, stop).ConfigureAwait(false);
        return state.Version == version
            ? state
            : throw new ArgumentOutOfRangeException(nameof(version), version, $"The log of talk {talkId} ends at version {state.Version}.");
    }

    private static async Task<(SessionState State, long From, List<KeptUpdate> Rows)> ReplayAsync(
        WorkspaceContext context, string talkId, long version, CancellationToken stop)
    {
        var snapshot = await context.Snapshots.AsNoTracking().Where(x => x.TalkId == talkId && x.Version <= version)
            .OrderByDescending(x => x.Version).FirstOrDefaultAsync(stop).ConfigureAwait(false);
        var state = snapshot is null ? LogReplay.Empty : LogReplay.Open(snapshot);
        var from = state.Version;
        var rows = await Rows(context, talkId, from, version).ToListAsync(stop).ConfigureAwait(false);
        return (rows.Aggregate(state, LogReplay.Step), from, rows);
    }

    private static IQueryable<KeptUpdate> Rows(WorkspaceContext context, string talkId, long after, long upTo) =>
        context.Updates.AsNoTracking().Where(x => x.TalkId == talkId && x.Version > after && x.Version <= upTo).OrderBy(x => x.Version);
}
