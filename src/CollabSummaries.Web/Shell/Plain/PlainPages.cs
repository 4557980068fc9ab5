using CollabSummaries.Web.Shell.Security;
using CollabSummaries.Workspace.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CollabSummaries.Web.Shell.Plain;

/// <summary>Answers with a page that needs no script.</summary>
internal static class PlainPages
{
    /// <summary>The page with its strict headers.</summary>
    public static IResult Page<T>(HttpContext http, object parameters, int status = StatusCodes.Status200OK, bool hasForm = false)
        where T : IComponent
    {
        SecurityHeaders.MakePlain(http, hasForm);
        return new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>The one answer to whatever is not there, or not for the one who asks: it tells nothing.</summary>
    public static IResult NotFound(HttpContext http) => Message(
        http, StatusCodes.Status404NotFound, "Nothing here", "There is nothing under this address, or it is no longer open. If somebody gave you a link, ask them for a new one.");

    public static IResult Message(HttpContext http, int status, string title, string text) => Page<MessagePage>(
        http, new { Title = title, Text = text, HasWayHome = http.User.Identity is { IsAuthenticated: true } }, status);

    /// <summary>Pages for answers that have a status but no body, and for what was thrown. Must stand before routing.</summary>
    public static void UsePlainErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ForFailure, SuppressDiagnosticsCallback = x => x.Exception is AccessDeniedException });
        app.UseStatusCodePages(context => ForStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
    }

    private static Task ForFailure(HttpContext http)
    {
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is AccessDeniedException)
            return NotFound(http).ExecuteAsync(http);
        return Message(http, StatusCodes.Status500InternalServerError, "That did not work", "Something broke on the server. It was written to the log; please try again.").ExecuteAsync(http);
    }

    private static IResult ForStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => Message(http, 400, "That did not work", "The form was too old or was not complete. Please go back, load the page again and send it once more."),
        StatusCodes.Status429TooManyRequests => Message(http, 429, "Too many tries", "Please wait a minute and try again."),
        StatusCodes.Status403Forbidden => Message(http, 403, "Not for you", "This is not open to you."),
        StatusCodes.Status404NotFound => NotFound(http),
        var other => Message(http, other, "That did not work", "The server could not answer this."),
    };
}
