using System.Runtime.CompilerServices;
using CollabSummaries.Editing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CollabSummaries.Workspace.Log.Appending;

/// <summary>Puts rows into the log, inside the caller's transaction: the head moves by compare-and-set, so of two writers one learns that it lost.</summary>
internal static class LogWriting
{
    // The writer has one connection for good, so its statements are prepared once.
    private static readonly ConditionalWeakTable<SqliteConnection, LogStatements> Statements = [];

    /// <returns>Hash of the new head.</returns>
    public static async Task<byte[]> WriteAsync(WorkspaceContext context, LogAppend append, DateTimeOffset at, CancellationToken stop)
    {
        var hash = append.Rows.Count > 0 ? WriteRows(context, append, at) : append.FromHash;
        if (append.After is { } after)
            context.Snapshots.Add(new Snapshot { TalkId = append.TalkId, Version = after.Version, Text = after.Text, Bullets = after.Bullets.ToText() });
        await EvidenceStore.WriteAsync(context, append.Evidence, stop).ConfigureAwait(false);
        await context.SaveChangesAsync(stop).ConfigureAwait(false);
        return hash;
    }

    private static byte[] WriteRows(WorkspaceContext context, LogAppend append, DateTimeOffset at)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var statements = Statements.GetValue(connection, LogStatements.Prepare);
        statements.Enter((SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction());

        var hash = append.FromHash;
        var hashes = new List<byte[]>(append.Rows.Count);
        foreach (var row in append.Rows)
            hashes.Add(hash = LogHash.Next(hash, row.Changes, row.AuthorKey));
        if (!statements.MoveHead(append, append.FromVersion + append.Rows.Count, hash))
            throw new LogConflictException(append.TalkId, append.FromVersion);
        statements.Touch(append.TalkId, at);
        for (var i = 0; i < append.Rows.Count; i++)
            statements.Add(append.TalkId, append.FromVersion + i + 1, append.Rows[i], at, hashes[i]);
        return hash;
    }
}
