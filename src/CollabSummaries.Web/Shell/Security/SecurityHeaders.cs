using Microsoft.Extensions.Primitives;

namespace CollabSummaries.Web.Shell.Security;

/// <summary>Headers every answer carries. Set when the answer starts, so that error pages have them too; what a page set itself stays.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>For pages of the app: own scripts only; MudBlazor and CodeMirror write styles, hence 'unsafe-inline' for those.</summary>
    private const string App =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Plain = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; ";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                Default(headers, "Content-Security-Policy", App);
                Default(headers, "X-Content-Type-Options", "nosniff");
                Default(headers, "Referrer-Policy", "same-origin");
                Default(headers, "X-Robots-Tag", "noindex, nofollow");
                Default(headers, "Cross-Origin-Opener-Policy", "same-origin");
                Default(headers, "Cross-Origin-Resource-Policy", "same-origin");
                Default(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
                return Task.CompletedTask;
            },
            http);
        return next(http);
    }

    /// <summary>For a page without script: nothing but own style; forms only where it has one; its address, which may hold a secret, goes nowhere.</summary>
    public static void MakePlain(HttpContext http, bool hasForm)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Plain + (hasForm ? "form-action 'self'" : "form-action 'none'");
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }

    private static void Default(IHeaderDictionary headers, string name, StringValues value)
    {
        if (!headers.ContainsKey(name))
            headers[name] = value;
    }
}
