using CollabSummaries.Web.Editing.Messages;
using Microsoft.AspNetCore.SignalR;

namespace CollabSummaries.Web.Editing;

/// <summary>The editors' way in: translates frames and does nothing else. Who asks is the signed-in person, never what a message says.</summary>
internal sealed class EditingHub(Door door, Desk desk) : Hub<IEditingClient>
{
    private const string Key = "editing";

    private Joined? Joined => JoinedBy(Context);

    /// <summary>What a connection has open; null before it joined.</summary>
    public static Joined? JoinedBy(HubCallerContext context) => context.Items.TryGetValue(Key, out var joined) ? joined as Joined : null;

    public async Task<JoinReply> Join(JoinRequest? request)
    {
        await door.LeaveAsync(Joined, Groups);
        Context.Items[Key] = null;
        var (reply, joined) = await door.JoinAsync(request ?? new JoinRequest(), Context, Groups);
        Context.Items[Key] = joined;
        return reply;
    }

    public Task<PushReply> Push(PushRequest? request) => Joined is { } joined
        ? desk.PushAsync(joined, request ?? new PushRequest(), Context.ConnectionAborted)
        : Task.FromResult(PushReply.Refuse(Codes.NotJoined, "Join first.", 100));

    public Task<PullReply> Pull(PullRequest? request) => Joined is { } joined
        ? desk.PullAsync(joined, request ?? new PullRequest { After = -1 }, Context.ConnectionAborted)
        : Task.FromResult(new PullReply { Code = Codes.NotJoined, Message = "Join first." });

    public void Present(PresentRequest? request)
    {
        if (request is not null && Joined is { } joined)
            desk.Present(joined, request);
    }

    public async Task Leave()
    {
        await door.LeaveAsync(Joined, Groups);
        Context.Items[Key] = null;
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await door.LeaveAsync(Joined, Groups);
        await base.OnDisconnectedAsync(exception);
    }
}
