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
    private WriterConnection? _connection;
    private long _stamp;

    public WorkspaceWriter(IDbContextFactory<SqliteWorkspaceContext> contexts)
    {
        _contexts = contexts;
        // A thread of its own: it waits for the disk, and must neither wait for a pool's thread nor keep one from the others.
        _loop = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Rises with every write but those of summaries' texts, before its author hears of it, and when another process has written: what
    /// was read at an older stamp, rights above all, may no longer hold.</summary>
    public long Stamp => Interlocked.Read(ref _stamp);

    /// <summary>Runs <paramref name="work"/> in the order of calls and returns its result once it is on disk. What the work left unsaved in
    /// the context is saved for it. Stopping is heeded until the work begins; afterwards it runs to its end.</summary>
    public Task<T> WriteAsync<T>(Func<WorkspaceContext, Task<T>> work, CancellationToken stop) => QueueAsync(work, movesStamp: true, stop);

    /// <summary>As <see cref="WriteAsync{T}"/>, without a result.</summary>
    public Task WriteAsync(Func<WorkspaceContext, Task> work, CancellationToken stop) =>
        WriteAsync(async c => { await work(c).ConfigureAwait(false); return true; }, stop);

    /// <summary>Looks whether another process has written; <see cref="Stamp"/> tells.</summary>
    public Task LookAsync(CancellationToken stop) => WriteTextAsync(_ => Task.FromResult(true), stop);

    /// <summary>Takes no more works and ends when all taken are on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        _works.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, for what makes a summary's text and for nothing a right could hang on.</summary>
    internal Task<T> WriteTextAsync<T>(Func<WorkspaceContext, Task<T>> work, CancellationToken stop) => QueueAsync(work, movesStamp: false, stop);

    private async Task<T> QueueAsync<T>(Func<WorkspaceContext, Task<T>> work, bool movesStamp, CancellationToken stop)
    {
        var item = new Work<T>(work, stop) { MovesStamp = movesStamp };
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

    private void WriteAll()
    {
        var batch = new List<Work>(LargestBatch);
        while (_works.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _works.Reader.TryRead(out var work))
                batch.Add(work);
            WriteBatch(batch);
        }

        _connection?.Dispose();
    }

    private void WriteBatch(List<Work> batch)
    {
        try
        {
            _connection ??= WriterConnection.Open(_contexts.CreateDbContext());
            // Raised when the batch was kept, and before anybody hears so.
            if (_connection.Write(batch))
                Interlocked.Increment(ref _stamp);
        }
        catch (Exception e)
        {
            // Whatever it was: somebody waits for each of these, and the loop must live on for the next.
            _connection?.Dispose();
            _connection = null;
            foreach (var work in batch)
                work.Fail(e);
            return;
        }

        foreach (var work in batch)
            work.Complete();
    }
}
