using CollabSummaries.Web.Library;
using CollabSummaries.Web.Shell.Plain;
using CollabSummaries.Web.Shell.Security;
using CollabSummaries.Workspace;

namespace CollabSummaries.Web.Shell;

/// <summary>The host itself: what is kept and where, order of the pipeline, start and end.</summary>
internal static class HostServices
{
    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // a build that was not published serves its assets in every environment
        builder.Services.AddWorkspace(builder.Configuration.GetSection("Workspace").Get<WorkspaceOptions>() ?? new WorkspaceOptions());
        builder.Services.AddRazorComponents();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false); // Development answers as Production does
        builder.Services.AddHostedService<Draining>();
        builder.Services.AddHostedService<Announcement>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }

    /// <summary>Data folder, database and keys, before anything is served or any worker starts.</summary>
    public static async Task StartWorkspaceAsync(this WebApplication app, CancellationToken stop)
    {
        await app.Services.GetRequiredService<WorkspaceStart>().PrepareAsync(stop);
        KeyRing.Check(app.Services, app.Environment.IsProduction());
        await app.Services.GetRequiredService<SampleTalk>().AddAtFirstStartAsync(stop);
    }

    /// <summary>Routing and what must stand between it and the endpoints.</summary>
    public static void UseHost(this WebApplication app)
    {
        app.UsePlainErrors();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }
}
