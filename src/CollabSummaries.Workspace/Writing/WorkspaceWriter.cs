using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Writing;

/// <summary>The one writer of the database. Works arriving together share one immediate transaction (group commit); each has its own
/// savepoint, so one that throws takes nothing of the others with it. A work's task completes only after the commit.
/// Laws: works run in the order of calls; a work touches nothing but its context (waiting for anything else would hold up every writer);
/// when the commit fails, all works of the batch fail and nothing of any is kept; after disposal every further call throws.</summary>
public sealed class WorkspaceWriter : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly Channel<Work> _works = Channel.CreateBounded<Work>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly IDbContextFactory<SqliteWorkspaceContext> _contexts;
    private readonly Task _loop;

    public WorkspaceWriter(IDbContextFactory<SqliteWorkspaceContext> contexts)
    {
        _contexts = contexts;
        _loop = Task.Run(WriteAllAsync);
    }

    /// <summary>Runs <paramref name="work"/> in the order of calls and returns its result once it is on disk. What the work left unsaved in
    /// the context is saved for it. Stopping is heeded until the work begins; afterwards it runs to its end.</summary>
    public async Task<T> WriteAsync<T>(Func<WorkspaceContext, Task<T>> work, CancellationToken stop)
    {
        var item = new Work<T>(work, stop);
        try
        {
            await _works.Writer.WriteAsync(item, stop).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(WorkspaceWriter), "The server is shutting down; nothing more is written.");
        }

        return await item.Result.ConfigureAwait(false);
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without a result.</summary>
    public Task WriteAsync(Func<WorkspaceContext, Task> work, CancellationToken stop) =>
        WriteAsync(async c => { await work(c).ConfigureAwait(false); return true; }, stop);

    /// <summary>Takes no more works and ends when all taken are on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        _works.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Work>(LargestBatch);
        while (await _works.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _works.Reader.TryRead(out var work))
                batch.Add(work);
            await WriteBatchAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task WriteBatchAsync(List<Work> batch)
    {
        try
        {
            await using var context = await _contexts.CreateDbContextAsync().ConfigureAwait(false);
            await using var transaction = await context.Database.BeginTransactionAsync().ConfigureAwait(false);
            foreach (var work in batch)
            {
                await transaction.CreateSavepointAsync("work").ConfigureAwait(false);
                if (!await work.RunAsync(context).ConfigureAwait(false))
                    await transaction.RollbackToSavepointAsync("work").ConfigureAwait(false);
                await transaction.ReleaseSavepointAsync("work").ConfigureAwait(false);
                context.ChangeTracker.Clear();
            }

            await transaction.CommitAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever it was: somebody waits for each of these, and the loop must live on for the next.
            foreach (var work in batch)
                work.Fail(e);
            return;
        }

        foreach (var work in batch)
            work.Complete();
    }
}
