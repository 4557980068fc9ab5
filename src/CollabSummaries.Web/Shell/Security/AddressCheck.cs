using System.Net;

namespace CollabSummaries.Web.Shell.Security;

/// <summary>Answers only under a name of its own, and over plain http only to this machine, unless the local network was let in on purpose.</summary>
internal sealed class AddressCheck(RequestDelegate next, OwnAddresses own, ServerOptions options)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/health"))
            return next(http);
        if (!own.Knows(http.Request.Host))
            return RefuseAsync(http, StatusCodes.Status421MisdirectedRequest, "This server does not answer under this name. Whoever runs it can add the name: Server:HostNames or Server:PublicAddress, see docs/operations.md.");
        if (!http.Request.IsHttps && !options.PlainHttpOnLan && http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
            return RefuseAsync(http, StatusCodes.Status403Forbidden, "Over plain http this server answers only its own machine. Whoever runs it can put https before it, or open it to the local network with Server:PlainHttpOnLan, see docs/operations.md.");
        return next(http);
    }

    private static Task RefuseAsync(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(why, http.RequestAborted);
    }
}
