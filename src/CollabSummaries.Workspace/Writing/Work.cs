namespace CollabSummaries.Workspace.Writing;

/// <summary>One call waiting for the writer.</summary>
internal abstract class Work
{
    /// <summary>False for what makes a summary's text; see <see cref="WorkspaceWriter.Stamp"/>.</summary>
    public required bool MovesStamp { get; init; }

    /// <summary>False when it failed and its changes are to be rolled back.</summary>
    public abstract Task<bool> RunAsync(WorkspaceContext context);

    /// <summary>Hands the caller the result, or the work's own failure.</summary>
    public abstract void Complete();

    /// <summary>Hands the caller why the batch was lost, unless the work had failed by itself.</summary>
    public abstract void Fail(Exception reason);
}

internal sealed class Work<T>(Func<WorkspaceContext, Task<T>> work, CancellationToken stop) : Work
{
    // Continuations run elsewhere: a caller must not be able to hold up the writer.
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
            if (context.ChangeTracker.HasChanges())
                await context.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _failure = e;
        }

        return _failure is null;
    }

    public override void Complete()
    {
        if (_failure is OperationCanceledException canceled)
            _result.TrySetCanceled(canceled.CancellationToken);
        else if (_failure is not null)
            _result.TrySetException(_failure);
        else
            _result.TrySetResult(_value!);
    }

    public override void Fail(Exception reason) => _result.TrySetException(_failure ?? reason);
}
