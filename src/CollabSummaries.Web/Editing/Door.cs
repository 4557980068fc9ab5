using System.Collections.Concurrent;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Editing;

/// <summary>One open editor that came in by the door, until it leaves.</summary>
internal sealed record Joined(OpenSession Open, Participant Participant);

/// <summary>Lets editors in and out: checks the person's right and the editor's nonce, and tells the others.</summary>
internal sealed class Door(
    SessionDirectory sessions, ClientStore clients, IAccess access, IHubContext<EditingHub, IEditingClient> hub,
    Connections connections, IOptions<EditingOptions> options)
{
    public async Task<(JoinReply Reply, Joined? Joined)> JoinAsync(JoinRequest request, HubCallerContext context, IGroupManager groups)
    {
        var stop = context.ConnectionAborted;
        if (context.User is null || CurrentWho.Of(context.User) is not { } who || request.TalkId is not { Length: > 0 and <= 64 })
            return (NotFound, null);
        if (await access.RightAsync(who, request.TalkId, stop) is not { } right)
            return (NotFound, null);
        if (!connections.TryAdd(who.AuthorKey, context.ConnectionId, options.Value.ConnectionsPerPerson))
            return (JoinReply.Refuse(Codes.TooManyConnections, $"You have {options.Value.ConnectionsPerPerson} summaries open. Close one and reload this page."), null);
        if (await sessions.OpenAsync(request.TalkId, stop) is not { } open)
            return (NotFound, null);
        try
        {
            var client = await ClientAsync(request, who, stop);
            if (client is not { } known)
            {
                open.Dispose();
                return (JoinReply.Refuse(Codes.UnknownClient, "The server does not know this editor any more."), null);
            }

            var joined = await EnterAsync(open, context, groups, who, known.ClientId, right >= Right.Edit);
            return (await ReplyAsync(joined, request, known, stop), joined);
        }
        catch
        {
            open.People.Leave(context.ConnectionId);
            open.Dispose();
            throw;
        }
    }

    public async Task LeaveAsync(Joined? joined, IGroupManager groups)
    {
        if (joined is null)
            return;
        var (open, participant) = joined;
        connections.Remove(participant.Who.AuthorKey, participant.ConnectionId);
        if (!open.People.Leave(participant.ConnectionId))
            return;
        var talkId = open.Session.TalkId;
        await groups.RemoveFromGroupAsync(participant.ConnectionId, talkId);
        foreach (var next in open.People.FillPlaces())
            await hub.Clients.Client(next.ConnectionId).Right(new RightMessage { CanEdit = true });
        await TellPeopleAsync(open);
        open.Dispose();
    }

    /// <summary>Tells everyone who is here.</summary>
    public Task TellPeopleAsync(OpenSession open) =>
        hub.Clients.Group(open.Session.TalkId).People([.. open.People.List().Select(x => x.ToMessage())]);

    private static JoinReply NotFound => JoinReply.Refuse(Codes.NotFound, "There is no talk for you under this address.");

    private async Task<(string ClientId, string ResumeKey)?> ClientAsync(JoinRequest request, Who who, CancellationToken stop)
    {
        if (request is not { ClientId: { } id, ResumeKey: { } key })
            return await clients.AddAsync(request.TalkId, who.AuthorKey, stop);
        return id.Length <= 64 && key.Length <= 64 && await clients.KnowsAsync(request.TalkId, id, who.AuthorKey, key, stop) ? (id, key) : null;
    }

    private async Task<Joined> EnterAsync(OpenSession open, HubCallerContext context, IGroupManager groups, Who who, string clientId, bool mayEdit)
    {
        // A connection that died unseen gives way to the one that goes on with the same editor.
        foreach (var old in open.People.List().Where(x => x.ClientId == clientId))
            connections.Abort(old.ConnectionId);
        var participant = open.People.Enter(context.ConnectionId, who, clientId, mayEdit);
        connections.Watch(context);

        // In the group first: what is committed after the text was read then comes by itself.
        await groups.AddToGroupAsync(context.ConnectionId, open.Session.TalkId, context.ConnectionAborted);
        await TellPeopleAsync(open);
        return new Joined(open, participant);
    }

    private async Task<JoinReply> ReplyAsync(Joined joined, JoinRequest request, (string ClientId, string ResumeKey) client, CancellationToken stop)
    {
        var (open, participant) = joined;
        var now = open.Session.Now;
        var (bullets, evidence) = await open.Views.ListAsync(now, stop);
        return new JoinReply
        {
            ClientId = client.ClientId,
            ResumeKey = client.ResumeKey,
            Version = now.State.Version,
            Text = request.WantsText ? now.State.Text : null,
            NextSeq = now.NextSeqOf(client.ClientId),
            Bullets = bullets,
            Evidence = evidence,
            You = participant.ToMessage(),
            CanEdit = participant.Edits,
            Notice = participant.Edits ? null : Notices.Of(participant, options.Value),
            People = [.. open.People.List().Select(x => x.ToMessage())],
        };
    }
}

/// <summary>Open connections of this process, by person and by id.</summary>
internal sealed class Connections
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _byAuthor = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HubCallerContext> _contexts = new(StringComparer.Ordinal);

    /// <summary>False when the person has too many already.</summary>
    public bool TryAdd(string authorKey, string connectionId, int most)
    {
        var own = _byAuthor.GetOrAdd(authorKey, _ => new(StringComparer.Ordinal));
        if (own.Count >= most && !own.ContainsKey(connectionId))
            return false;
        own[connectionId] = true;
        return true;
    }

    public void Remove(string authorKey, string connectionId)
    {
        if (_byAuthor.TryGetValue(authorKey, out var own))
            own.TryRemove(connectionId, out _);
        _contexts.TryRemove(connectionId, out _);
    }

    public void Watch(HubCallerContext context) => _contexts[context.ConnectionId] = context;

    public void Abort(string connectionId)
    {
        if (_contexts.TryRemove(connectionId, out var context))
            context.Abort();
    }
}
