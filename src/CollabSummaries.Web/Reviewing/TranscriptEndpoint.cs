using System.Globalization;
using System.Security.Claims;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CollabSummaries.Web.Reviewing;

/// <summary>The transcript as rows of HTML, fetched by the browser into its pane: it never passes the circuit.</summary>
internal static class TranscriptEndpoint
{
    /// <summary>Rises when the markup of the rows changes, so that browsers fetch them anew.</summary>
    private const int Markup = 3;

    public static async Task<Results<ContentHttpResult, StatusCodeHttpResult, NotFound>> GetAsync(
        string id, HttpContext http, ClaimsPrincipal user, IAccess access, TalkStore talks, TranscriptStore transcripts, CancellationToken stop)
    {
        if (CurrentWho.Of(user) is not { } who || await access.RightAsync(who, id, stop) is null)
            return TypedResults.NotFound();

        var edition = await transcripts.GetEditionAsync(id, stop);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{id}.{edition}.{Markup}\"");
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.Request.Headers.IfNoneMatch == tag)
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        var segments = await talks.ListSegmentsAsync(id, stop);
        var chapters = await talks.ListChaptersAsync(id, stop);
        return TypedResults.Content(TurnRowHtml.Render(TurnRow.Of(segments, chapters)), "text/html; charset=utf-8");
    }
}
