using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace.Access;
using Microsoft.AspNetCore.Authorization;

namespace CollabSummaries.Web.Shell;

/// <summary>Stands before every page a circuit draws, so that what is not there for somebody is answered with 404 and not with a frame that says so.
/// The page itself asks again, at every use.</summary>
internal static class PageDoor
{
    private const string TalkId = "TalkId";

    public static void Guard(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } page || !endpoint.Metadata.OfType<IAuthorizeData>().Any())
            return;
        endpoint.RequestDelegate = async http =>
        {
            if (await IsOpenAsync(http))
                await page(http);
            else
                http.Response.StatusCode = StatusCodes.Status404NotFound;
        };
    }

    /// <summary>Pages of a talk are open to whoever may read it, the others to people with an account.</summary>
    private static async Task<bool> IsOpenAsync(HttpContext http) => (CurrentWho.Of(http.User), http.Request.RouteValues[TalkId]) switch
    {
        (null, _) => false,
        ({ } who, string talkId) => await http.RequestServices.GetRequiredService<IAccess>().RightAsync(who, talkId, http.RequestAborted) is not null,
        ({ } who, _) => who is Member,
    };
}
