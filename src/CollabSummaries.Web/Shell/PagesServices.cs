using CollabSummaries.Web.History;
using CollabSummaries.Web.Importing;
using CollabSummaries.Web.Reviewing;
using MudBlazor;
using MudBlazor.Services;

namespace CollabSummaries.Web.Shell;

/// <summary>Pages drawn by a circuit, and those drawn once beside them.</summary>
internal static class PagesServices
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false); // a bad form is answered with 400 in Development too
        services.AddMudServices(o =>
        {
            o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            o.SnackbarConfiguration.VisibleStateDuration = 4000;
            o.SnackbarConfiguration.ShowCloseIcon = true;
            o.SnackbarConfiguration.HideIcon = true;
            o.SnackbarConfiguration.PreventDuplicates = false;
        });
        services.AddScoped<Visitor>();
        services.AddSingleton<HistoryReading>();
        services.AddReviewing();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapImporting();
        app.MapReviewing();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'").Add(PageDoor.Guard);
    }
}
