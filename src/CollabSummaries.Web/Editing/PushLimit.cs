using CollabSummaries.Web.Editing.Messages;
using Microsoft.AspNetCore.SignalR;

namespace CollabSummaries.Web.Editing;

/// <summary>Holds back who sends more changes than a person makes, before anything of them is read.</summary>
internal sealed class PushLimit(RateLimits limits) : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // Pushes of no size or too large a one are refused by the desk; they cost it nothing.
        if (invocationContext.HubMethodArguments is [PushRequest { Updates.Count: > 0 and <= Desk.MostUpdates and var count }]
            && EditingHub.JoinedBy(invocationContext.Context) is { } joined
            && limits.WaitFor(joined.Participant.Who.AuthorKey, joined.Open.Session.TalkId, count) is { } wait)
            return new(PushReply.Refuse(Codes.TooFast, "More changes than one person makes; they are sent a little later.", wait));
        return next(invocationContext);
    }
}
