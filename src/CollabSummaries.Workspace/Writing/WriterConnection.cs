using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CollabSummaries.Workspace.Writing;

/// <summary>The writer's own connection, kept open with its statements prepared: opening one and telling it how to sync costs more than a small write.</summary>
internal sealed class WriterConnection : IDisposable
{
    private readonly WorkspaceContext _context;
    private readonly SqliteCommand _save;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _dataVersion;
    private long _seen;

    private WriterConnection(WorkspaceContext context, SqliteConnection connection)
    {
        _context = context;
        (_save, _rollback, _release) = (Prepare(connection, "SAVEPOINT work"), Prepare(connection, "ROLLBACK TO work"), Prepare(connection, "RELEASE work"));
        _dataVersion = Prepare(connection, "PRAGMA data_version");
        _seen = DataVersion();
    }

    public static WriterConnection Open(WorkspaceContext context)
    {
        try
        {
            context.Database.OpenConnection();
            return new WriterConnection(context, (SqliteConnection)context.Database.GetDbConnection());
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <summary>Runs all in one transaction; when it throws, nothing of any is kept and this connection is to be thrown away.</summary>
    /// <returns>True when something changed that is no summary's text, by one of these or by another process since the last call.</returns>
    public bool Write(IReadOnlyList<Work> works)
    {
        using var transaction = _context.Database.BeginTransaction();
        var inner = (SqliteTransaction)transaction.GetDbTransaction();
        _save.Transaction = _rollback.Transaction = _release.Transaction = _dataVersion.Transaction = inner;
        // SQLite counts what other connections wrote, never what this one did; nobody else can write until the commit.
        var seen = DataVersion();
        var moves = seen != _seen;
        _seen = seen;
        foreach (var work in works)
        {
            _save.ExecuteNonQuery();
            if (!work.RunAsync(_context).GetAwaiter().GetResult())
                _rollback.ExecuteNonQuery();
            _release.ExecuteNonQuery();
            _context.ChangeTracker.Clear();
            moves |= work.MovesStamp;
        }

        transaction.Commit();
        return moves;
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_save, _rollback, _release, _dataVersion])
            command.Dispose();
        _context.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }

    private long DataVersion() => (long)_dataVersion.ExecuteScalar()!;
}
