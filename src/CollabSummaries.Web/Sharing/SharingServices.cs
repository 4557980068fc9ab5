using CollabSummaries.Web.Sharing.Reading;

namespace CollabSummaries.Web.Sharing;

/// <summary>Links: the static page, the guest door, downloads.</summary>
internal static class SharingServices
{
    public static void AddSharing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IHttpContextFactory, SecretAddresses>();
        services.AddSingleton<MarkdownRendering>();
        services.AddSingleton<SharedReading>();
        services.AddSingleton<GuestEntry>();
        services.AddSingleton<LinkViews>();
        services.AddHostedService(s => s.GetRequiredService<LinkViews>());
    }

    public static void MapSharing(this WebApplication app)
    {
        app.MapSharedPage();
        app.MapDownloads();
    }
}
