using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Tests.Writing;

public sealed class WorkspaceWriterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_awaited_is_read_by_another_connection()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);

        await workspace.Writer.WriteAsync(c => Add(c, "person:1"), Stop);

        Assert.Equal(["person:1"], await KeysAsync(workspace));
    }

    [Fact]
    public async Task Works_run_in_the_order_of_calls()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var order = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => workspace.Writer.WriteAsync(_ => { order.Add(i); return Task.CompletedTask; }, Stop)));

        Assert.Equal(Enumerable.Range(0, 500), order);
    }

    [Fact]
    public async Task A_work_that_throws_takes_nothing_of_the_others_with_it()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        using var gate = new ManualResetEventSlim();

        // The first holds the writer, so that the three behind it share one transaction.
        var holding = workspace.Writer.WriteAsync(_ => { gate.Wait(Stop); return Task.CompletedTask; }, Stop);
        var before = workspace.Writer.WriteAsync(c => Add(c, "person:before"), Stop);
        var failing = workspace.Writer.WriteAsync(
            async c =>
            {
                await Add(c, "person:lost");
                await c.SaveChangesAsync(CancellationToken.None);
                throw new InvalidOperationException("on purpose");
            },
            Stop);
        var after = workspace.Writer.WriteAsync(c => Add(c, "person:after"), Stop);
        gate.Set();
        await Task.WhenAll(holding, before, after);

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(["person:after", "person:before"], await KeysAsync(workspace));
    }

    [Fact]
    public async Task A_violated_constraint_fails_its_own_work_only()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await workspace.Writer.WriteAsync(c => Add(c, "person:1"), Stop);

        var twice = workspace.Writer.WriteAsync(c => Add(c, "person:1"), Stop);
        var other = workspace.Writer.WriteAsync(c => Add(c, "person:2"), Stop);
        await other;

        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
        Assert.Equal(["person:1", "person:2"], await KeysAsync(workspace));
    }

    [Fact]
    public async Task A_work_stopped_before_its_turn_never_runs()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        using var gate = new ManualResetEventSlim();
        using var stopped = new CancellationTokenSource();

        var holding = workspace.Writer.WriteAsync(_ => { gate.Wait(Stop); return Task.CompletedTask; }, Stop);
        var waiting = workspace.Writer.WriteAsync(c => Add(c, "person:late"), stopped.Token);
        await stopped.CancelAsync();
        gate.Set();
        await holding;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(await KeysAsync(workspace));
    }

    [Fact]
    public async Task When_the_transaction_cannot_begin_everybody_hears_of_it_and_the_writer_lives_on()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await RenameTableAsync(workspace, "Authors", "Hidden");
        var lost = workspace.Writer.WriteAsync(c => Add(c, "person:1"), Stop);
        await Assert.ThrowsAsync<DbUpdateException>(() => lost);
        await RenameTableAsync(workspace, "Hidden", "Authors");

        await workspace.Writer.WriteAsync(c => Add(c, "person:2"), Stop);

        Assert.Equal(["person:2"], await KeysAsync(workspace));
    }

    [Fact]
    public async Task Disposal_writes_what_was_taken_and_refuses_what_comes_later()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var taken = Enumerable.Range(0, 50).Select(i => workspace.Writer.WriteAsync(c => Add(c, $"person:{i}"), Stop)).ToList();

        await workspace.Writer.DisposeAsync();

        await Task.WhenAll(taken);
        Assert.Equal(50, (await KeysAsync(workspace)).Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => workspace.Writer.WriteAsync(_ => Task.CompletedTask, Stop));
    }

    [Fact]
    public async Task The_stamp_moves_with_what_a_right_may_hang_on_here_or_in_another_process_and_not_with_what_editors_write()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        await using var other = workspace.Beside();
        var talk = await workspace.AddTalkAsync("A talk", Stop, "one");
        var clients = new ClientStore(workspace.Get<IDbContextFactory<SqliteWorkspaceContext>>(), workspace.Writer, workspace.Time);

        var begun = workspace.Writer.Stamp;
        await clients.AddAsync(talk, "person:1", Stop);
        await workspace.Writer.LookAsync(Stop);
        var edited = workspace.Writer.Stamp;
        await workspace.Writer.WriteAsync(c => Add(c, "person:1"), Stop);
        var written = workspace.Writer.Stamp;
        await other.Writer.WriteAsync(c => Add(c, "person:2"), Stop);
        await workspace.Writer.LookAsync(Stop);

        Assert.Equal(begun, edited);
        Assert.True(edited < written && written < workspace.Writer.Stamp, $"{begun} {edited} {written} {workspace.Writer.Stamp}");
    }

    private static Task Add(WorkspaceContext context, string key)
    {
        context.Add(new Author { Key = key, Name = "Ada", Color = 0, Kind = AuthorKind.Person });
        return Task.CompletedTask;
    }

    private static async Task<List<string>> KeysAsync(TemporaryWorkspace workspace)
    {
        await using var context = await workspace.ReadAsync(Stop);
        return await context.Authors.Select(x => x.Key).OrderBy(x => x).ToListAsync(Stop);
    }

    private static async Task RenameTableAsync(TemporaryWorkspace workspace, string from, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={workspace.Get<WorkspaceFolder>().Database}");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE {from} RENAME TO {to}";
        await command.ExecuteNonQueryAsync(Stop);
    }
}
