using CollabSummaries.Workspace.Access;
using Microsoft.AspNetCore.Components;

namespace CollabSummaries.Web.Shell;

/// <summary>A page of a circuit: what it started stops when the person leaves it, and what they may not do is answered as "not found".</summary>
public abstract class PageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    [Inject]
    internal Visitor Visitor { get; set; } = default!;

    [Inject]
    internal IAccess Access { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_left.IsCancellationRequested)
            return;
        _left.Cancel();
        _left.Dispose();
    }

    /// <summary>Does something the visitor may lack the right for; then the page becomes "not found".</summary>
    protected async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (AccessDeniedException)
        {
            Navigation.NotFound();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
        }
    }
}
