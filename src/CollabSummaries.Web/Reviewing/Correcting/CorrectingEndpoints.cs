using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace.Access;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Changes of a transcript come by plain requests: its text never passes a circuit.</summary>
internal static class CorrectingEndpoints
{
    private const long LongestRequest = 256 * 1024;

    public static void MapCorrecting(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/talks/{id}/transcript").RequireAuthorization();
        group.MapPost("/speakers", (string id, SpeakersRequest wish, HttpContext http, TranscriptEditing editing, CancellationToken stop) =>
            AnswerAsync(http, who => editing.RenameAsync(who, id, wish, stop)));
        group.MapPost("/turn", (string id, TurnRequest wish, HttpContext http, TranscriptEditing editing, CancellationToken stop) =>
            AnswerAsync(http, who => editing.CorrectAsync(who, id, wish, stop)));
        group.MapPost("/parse", (string id, ParseRequest wish, HttpContext http, TranscriptEditing editing, CancellationToken stop) =>
            AnswerAsync(http, who => editing.ParseAsync(who, id, wish, stop)));
        group.MapGet("/files", (string id, HttpContext http, TranscriptEditing editing, CancellationToken stop) =>
            AnswerAsync(http, who => editing.ListFilesAsync(who, id, stop)));
        group.WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestRequest));
    }

    private static async Task<IResult> AnswerAsync<T>(HttpContext http, Func<Who, Task<T>> work)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return TypedResults.Ok(await work(CurrentWho.Get(http)));
        }
        catch (NotChangedException e)
        {
            return TypedResults.Problem(e.Message, statusCode: e.Status);
        }
    }
}
