using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Writing;

/// <summary>The one writer of the database. Works arriving together share one immediate transaction (group commit); each has its own
/// savepoint, so one that throws takes nothing of the others with it. A work's task completes only after the commit.</summary>
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

    /// <summary>Runs <paramref name="work"/> in the order of calls and returns its result once it is on disk. The work saves its own changes.
    /// Stopping is heeded until the work begins; afterwards it runs to its end.</summary>
    public async Task<T> WriteAsync<T>(Func<WorkspaceContext, Task<T>> work, CancellationToken stop)
    {
        var item = new Work<T>(work, stop);
        await _works.Writer.WriteAsync(item, stop).ConfigureAwait(false);
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
                context.ChangeTracker.Clear();
            }

            await transaction.CommitAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            foreach (var work in batch)
                work.Fail(e);
            return;
        }

        foreach (var work in batch)
            work.Complete();
    }

    private abstract class Work
    {
        /// <summary>False when it failed and its changes are to be rolled back.</summary>
        public abstract Task<bool> RunAsync(WorkspaceContext context);

        public abstract void Complete();

        public abstract void Fail(Exception reason);
    }

    private sealed class Work<T>(Func<WorkspaceContext, Task<T>> work, CancellationToken stop) : Work
    {
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;
        private Exception? _failure;

        public Task<T> Result => _result.Task;

        public override async Task<bool> RunAsync(WorkspaceContext context)
        {
            try
            {
                stop.ThrowIfCancellationRequested();
                _value = await work(context).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                _failure = e;
            }

            return _failure is null;
        }

        public override void Complete()
        {
            if (_failure is OperationCanceledException)
                _result.TrySetCanceled(stop);
            else if (_failure is not null)
                _result.TrySetException(_failure);
            else
                _result.TrySetResult(_value!);
        }

        public override void Fail(Exception reason) => _result.TrySetException(_failure ?? reason);
    }
}
