using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace;

/// <summary>Makes the data folder ready before anything else runs. One process has the folder at a time: a lock file, let go by the
/// operating system even when the process is killed, says so. Hence a leftover migration lock and leases of earlier processes are void.</summary>
public sealed class WorkspaceStart(WorkspaceFolder folder, IDbContextFactory<SqliteWorkspaceContext> contexts) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? _lock;

    /// <summary>Creates folder and database where missing and brings them up to date.</summary>
    /// <exception cref="WorkspaceStartException">The folder cannot be used; the message says why and what to do.</exception>
    public async Task PrepareAsync(CancellationToken stop)
    {
        try
        {
            MakeFolder(folder.Path);
            _lock ??= Take(Path.Combine(folder.Path, "in-use.lock"));
            MakeFile(folder.Database);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new WorkspaceStartException($"The data folder {folder.Path} cannot be used: {e.Message}", e);
        }

        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        await ClearMigrationLockAsync(context, stop).ConfigureAwait(false);
        await context.Database.MigrateAsync(stop).ConfigureAwait(false);
    }

    public void Dispose() => _lock?.Dispose();

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static FileStream Take(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new WorkspaceStartException(
                $"Another CollabSummaries process uses {System.IO.Path.GetDirectoryName(path)}. Stop it, or give this one a folder of its own (Workspace:DataFolder).", e);
        }
    }

    /// <summary>Made before SQLite opens it, so that it and the files SQLite puts beside it are readable by the owner alone from the start.</summary>
    private static void MakeFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (new FileStream(path, options))
        {
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, OwnerOnly);
    }

    /// <summary>A kill during a migration leaves a row that would block every later start for ever.</summary>
    private static async Task ClearMigrationLockAsync(SqliteWorkspaceContext context, CancellationToken stop)
    {
        var found = await context.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(stop).ConfigureAwait(false);
        if (found > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", stop).ConfigureAwait(false);
    }
}

/// <summary>Why the program cannot start with this folder.</summary>
public sealed class WorkspaceStartException(string message, Exception inner) : Exception(message, inner);
