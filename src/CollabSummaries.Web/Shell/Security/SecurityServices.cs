using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CollabSummaries.Web.Shell.Security;

/// <summary>What stands before every page and hub.</summary>
internal static class SecurityServices
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Server").Get<ServerOptions>() ?? new ServerOptions();
        options.Check();
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<OwnAddresses>();
        services.AddKeyRing();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = options.IsHttps ? "__Host-collab-form" : "collab-form";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = options.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = 1 + options.KnownProxies.Count;
            foreach (var proxy in options.KnownProxies)
                o.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
    }

    /// <summary>Everything that comes before routing.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<ServerOptions>();
        if (options.PublicAddress is not null || options.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (options.IsHttps)
            app.UseHsts();
        app.UseMiddleware<AddressCheck>();
        app.UseMiddleware<OriginCheck>();
    }
}
