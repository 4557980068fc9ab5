using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Editing;

/// <summary>Heartbeats, rights taken away from people who are connected, and the end of sessions nobody uses.</summary>
internal sealed class Housekeeping(
    SessionDirectory sessions, KnownRights rights, WorkspaceWriter writer, IHubContext<EditingHub, IEditingClient> hub, Connections connections,
    IHostApplicationLifetime life, IOptions<EditingOptions> options, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RightsEvery = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        life.ApplicationStopping.Register(() => _ = hub.Clients.All.Draining(5000));
        await Task.WhenAll(
            EveryAsync(TimeSpan.FromSeconds(options.Value.HeartbeatSeconds), _ => { sessions.Beat(); return Task.CompletedTask; }, stoppingToken),
            EveryAsync(TimeSpan.FromSeconds(20), SweepAsync, stoppingToken),
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

    private Task SweepAsync(CancellationToken stop)
    {
        rights.Sweep();
        return sessions.SweepAsync(Idle);
    }

    private async Task CheckRightsAsync(CancellationToken stop)
    {
        var open = sessions.List().Where(x => x.People.Count > 0).ToList();
        if (open.Count == 0)
            return;
        await writer.LookAsync(stop);
        foreach (var one in open)
        {
            foreach (var participant in one.People.List())
                await ApplyAsync(one, participant, await rights.RightAsync(participant.Who, one.Session.TalkId, stop));
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
