using Microsoft.Data.Sqlite;

namespace CollabSummaries.Workspace.Log.Appending;

/// <summary>What every edit writes, as prepared statements: the one path of the database where EF's share of the time would be felt.
/// Names and kinds of columns are those of <see cref="KeptUpdate"/>, <see cref="SummaryHead"/> and <see cref="Talks.Talk"/>.</summary>
internal sealed class LogStatements
{
    private readonly SqliteCommand _move;
    private readonly SqliteCommand _touch;
    private readonly SqliteCommand _add;

    private LogStatements(SqliteConnection connection)
    {
        _move = Prepare(
            connection,
            """UPDATE "Heads" SET "Version" = @to, "Hash" = @hash WHERE "TalkId" = @talk AND "Version" = @from AND "Hash" = @before""",
            "@to", "@hash", "@talk", "@from", "@before");
        // Lists are sorted by it and nothing is decided by it: a second is fine enough, and each change moves a page of its index.
        _touch = Prepare(connection, """UPDATE "Talks" SET "UpdatedAt" = @at WHERE "Id" = @talk AND "UpdatedAt" NOT BETWEEN @at - 1000 AND @at""", "@at", "@talk");
        _add = Prepare(
            connection,
            """
            INSERT INTO "Updates" ("TalkId", "Version", "ClientId", "Seq", "AuthorKey", "Kind", "At", "Changes", "BulletIds", "Hash")
            VALUES (@talk, @version, @client, @seq, @author, @kind, @at, @changes, @ids, @hash)
            """,
            "@talk", "@version", "@client", "@seq", "@author", "@kind", "@at", "@changes", "@ids", "@hash");
    }

    public static LogStatements Prepare(SqliteConnection connection) => new(connection);

    /// <summary>They run in this transaction from now on.</summary>
    public void Enter(SqliteTransaction transaction) => _move.Transaction = _touch.Transaction = _add.Transaction = transaction;

    /// <summary>False when the head is not where these rows follow.</summary>
    public bool MoveHead(LogAppend append, long to, byte[] hash) => Run(_move, to, hash, append.TalkId, append.FromVersion, append.FromHash) == 1;

    /// <summary>The talk was changed now.</summary>
    public void Touch(string talkId, DateTimeOffset at) => Run(_touch, at.ToUnixTimeMilliseconds(), talkId);

    public void Add(string talkId, long version, NewRow row, DateTimeOffset at, byte[] hash) => Run(
        _add, talkId, version, row.Update.ClientId, row.Update.Seq, row.AuthorKey, (int)row.Kind, at.ToUnixTimeMilliseconds(), row.Changes,
        (object?)LogReplay.WriteIds(row.BulletIds) ?? DBNull.Value, hash);

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        command.Prepare();
        return command;
    }
}
