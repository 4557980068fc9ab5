using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Tests;

public sealed class WorkspaceStartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_block_the_next_start()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await using (var context = await workspace.ReadAsync(Stop))
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", Stop);
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01')", Stop);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await workspace.Get<WorkspaceStart>().PrepareAsync(patience.Token);

        await using var read = await workspace.ReadAsync(Stop);
        Assert.Empty(await read.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task Database_and_folder_are_readable_by_the_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await workspace.AddTalkAsync("Engines", Stop);

        foreach (var file in Directory.GetFiles(workspace.Folder, "collabsummaries.db*"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(workspace.Folder));
    }

    [Fact]
    public async Task A_second_program_over_the_same_folder_is_refused_with_what_to_do()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await using var second = workspace.Beside();

        var refusal = await Assert.ThrowsAsync<WorkspaceStartException>(() => second.Get<WorkspaceStart>().PrepareAsync(Stop));

        Assert.Contains(workspace.Folder, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Workspace:DataFolder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_has_no_changes_that_no_migration_brings()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await using var context = await workspace.ReadAsync(Stop);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_connection_writes_through_and_keeps_foreign_keys()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await using var context = await workspace.ReadAsync(Stop);

        Assert.Equal("wal", await context.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Stop));
        Assert.Equal(2, await context.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Stop));
        Assert.Equal(1, await context.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Stop));
    }
}
