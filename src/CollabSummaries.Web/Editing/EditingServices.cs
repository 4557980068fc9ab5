using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Workspace.Log;
using MessagePack;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace CollabSummaries.Web.Editing;

/// <summary>Registration of editing together.</summary>
internal static class EditingServices
{
    /// <summary>Where editors connect.</summary>
    public const string HubPath = "/hubs/editing";

    // A push of 100 updates with 256 kB of text; the default of 32 kB would close the connection on a large paste without saying why.
    private const int LargestFrame = 4 * 1024 * 1024;

    public static IServiceCollection AddEditing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EditingOptions>().Bind(configuration.GetSection("Editing")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SummaryLog>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<ClientStore>();
        services.AddSingleton<LogCheck>();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton<Connections>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<PushLimit>();
        services.AddSingleton<KnownRights>();
        services.AddSingleton<Door>();
        services.AddSingleton<Desk>();
        services.AddSingleton<SummaryWriting>();
        services.AddHostedService<Housekeeping>();
        services.AddSignalR().AddHubOptions<EditingHub>(o =>
        {
            o.MaximumReceiveMessageSize = LargestFrame;
            o.SupportedProtocols = ["messagepack"];
            o.AddFilter<PushLimit>();
            o.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            o.KeepAliveInterval = TimeSpan.FromSeconds(5);
        }).AddMessagePackProtocol(o => o.SerializerOptions = MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData));
        return services;
    }

    public static IEndpointRouteBuilder MapEditing(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHub<EditingHub>(HubPath, o =>
        {
            o.Transports = HttpTransportType.WebSockets;
            o.ApplicationMaxBufferSize = LargestFrame;
        }).RequireAuthorization();
        return endpoints;
    }
}
