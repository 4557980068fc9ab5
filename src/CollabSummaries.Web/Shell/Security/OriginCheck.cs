using Microsoft.AspNetCore.Http.Features;

namespace CollabSummaries.Web.Shell.Security;

/// <summary>Stands before routing, because hubs (Blazor's and ours) take connections from pages of any origin with the visitor's cookies.
/// Law: a WebSocket or a negotiation must name an own origin; any other request that changes something must not name a foreign one.</summary>
internal sealed class OriginCheck(RequestDelegate next, OwnAddresses own, ILogger<OriginCheck> logger)
{
    public Task InvokeAsync(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isOwn = origin.Length > 0 && own.IsOwn(origin, http.Request);
        if (OpensConnection(http) ? isOwn : isOwn || !Changes(http.Request) || origin is "" or "null")
            return next(http);

        Log.ForeignOrigin(logger, http.Request.Path.StartsWithSegments("/hubs") ? "hub" : "page");
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool OpensConnection(HttpContext http) =>
        http.Request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase)
        || http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true }
        || http.Request.Path.Value!.TrimEnd('/').EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase);

    // "null" is what browsers send with a form of a page that has no-referrer; antiforgery answers for those.
    private static bool Changes(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
}
