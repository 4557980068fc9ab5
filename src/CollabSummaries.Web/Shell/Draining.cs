using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Writing;

namespace CollabSummaries.Web.Shell;

/// <summary>Ends what writes while everything it needs is still there: first the sessions, then the writer. Registered before all other
/// hosted services, so it is stopped after them; once, also when two callers stop the host at the same time.</summary>
internal sealed class Draining(SessionDirectory sessions, WorkspaceWriter writer) : IHostedService
{
    private readonly Lazy<Task> _ended = new(async () =>
    {
        await sessions.DisposeAsync();
        await writer.DisposeAsync();
    });

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => _ended.Value;
}
