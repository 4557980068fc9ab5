using CollabSummaries.Editing;
using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Workspace.Access;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Editing;

/// <summary>Takes what joined editors send: reads it strictly, asks for the right each time, and hands it to the session.</summary>
internal sealed class Desk(KnownRights rights, IOptions<EditingOptions> options, TimeProvider time)
{
    /// <summary>More come in several pushes.</summary>
    public const int MostUpdates = 100;

    private const int MostPulled = 500;
    private const int MostPulledCharacters = 512 * 1024;

    public async Task<PushReply> PushAsync(Joined joined, PushRequest request, CancellationToken stop)
    {
        var (open, participant) = joined;
        if (request.Updates is null || request.Updates.Count is 0 or > MostUpdates)
            return PushReply.Refuse("tooMany", $"A push holds 1 to {MostUpdates} changes.");
        if (await rights.RightAsync(participant.Who, open.Session.TalkId, stop) is not >= Right.Edit || !participant.Edits)
            return PushReply.Refuse(Codes.ReadOnly, Notices.Of(participant, options.Value));

        var updates = new List<Update>(request.Updates.Count);
        foreach (var json in request.Updates)
        {
            if (json is null || request.FirstSeq is < 0 or > long.MaxValue - MostUpdates)
                return PushReply.Refuse("badChange", "The server could not read these changes.");
            if (!ChangeSet.TryParse(json, ChangeSetLimits.Default, out var changes, out var error))
                return PushReply.Refuse("badChange", $"The server could not read these changes. {error.Sentence}");
            updates.Add(new Update(participant.ClientId, request.FirstSeq + updates.Count, changes));
        }

        return await open.Session.PushAsync(participant.Who.AuthorKey, request.Version, updates, stop);
    }

    public async Task<PullReply> PullAsync(Joined joined, PullRequest request, CancellationToken stop)
    {
        var session = joined.Open.Session;
        if (await rights.RightAsync(joined.Participant.Who, session.TalkId, stop) is null)
            return new PullReply { Code = Codes.NotFound, Message = "There is no talk for you under this address." };
        var head = session.Now.State.Version;
        if (request.After < 0 || request.After > head)
            return new PullReply { Code = "ahead", Message = "The server knows fewer changes than this page.", Head = head };

        var updates = new List<UpdateMessage>();
        var characters = 0;
        foreach (var update in await session.ListSinceAsync(request.After, MostPulled, stop))
        {
            var changes = update.Changes.ToJson();
            characters += changes.Length;
            if (updates.Count > 0 && characters > MostPulledCharacters)
                break;
            updates.Add(new UpdateMessage { ClientId = update.ClientId, Seq = update.Seq, Changes = changes });
        }

        return new PullReply { Head = head, Updates = new UpdatesMessage { From = request.After, Updates = updates } };
    }

    /// <summary>A cursor is passed on or passed over; it never fails.</summary>
    public void Present(Joined joined, PresentRequest request)
    {
        var (open, participant) = joined;
        var head = open.Session.Now.State.Version;
        if (request.Version < 0 || request.Version > head || request.Anchor < 0 || request.Head < 0)
            return;
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(participant.LastCursor, now) < TimeSpan.FromSeconds(0.8 / options.Value.CursorsPerSecond))
            return;
        participant.LastCursor = now;
        open.Session.FanOut.Show(new CursorMessage { Id = participant.Id, Version = request.Version, Anchor = request.Anchor, Head = request.Head });
    }
}
