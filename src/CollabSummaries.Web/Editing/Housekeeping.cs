using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Access;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Editing;

/// <summary>Heartbeats, rights taken away from people who are connected, and the end of sessions nobody uses.</summary>
internal sealed class Housekeeping(
    SessionDirectory sessions, IServiceScopeFactory scopes, IHubContext<EditingHub, IEditingClient> hub, Connections connections,
    IHostApplicationLifetime life, IOptions<EditingOptions> options, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RightsEvery = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        life.ApplicationStopping.Register(() => _ = hub.Clients.All.Draining(5000));
        await Task.WhenAll(
            EveryAsync(TimeSpan.FromSeconds(options.Value.HeartbeatSeconds), _ => { sessions.Beat(); return Task.CompletedTask; }, stoppingToken),
            EveryAsync(TimeSpan.FromSeconds(20), _ => sessions.SweepAsync(Idle), stoppingToken),
            EveryAsync(RightsEvery, CheckRightsAsync, stoppingToken));
    }

    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> act, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await act(stop);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    logger.HousekeepingFailed(failure);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task CheckRightsAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<IAccess>();
        foreach (var open in sessions.List())
        {
            var rights = new Dictionary<string, Right?>(StringComparer.Ordinal);
            foreach (var participant in open.People.List())
            {
                if (!rights.TryGetValue(participant.Who.AuthorKey, out var right))
                    rights[participant.Who.AuthorKey] = right = await access.RightAsync(participant.Who, open.Session.TalkId, stop);
                await ApplyAsync(open, participant, right);
            }
        }
    }

    private async Task ApplyAsync(OpenSession open, Participant participant, Right? right)
    {
        var client = hub.Clients.Client(participant.ConnectionId);
        if (right is null)
        {
            await client.Right(new RightMessage { Gone = true, Notice = Notices.Gone });
            connections.Abort(participant.ConnectionId);
        }
        else if (open.People.Allow(participant, right >= Right.Edit))
        {
            await client.Right(new RightMessage { CanEdit = participant.Edits, Notice = participant.Edits ? null : Notices.Of(participant, options.Value) });
        }
    }
}
