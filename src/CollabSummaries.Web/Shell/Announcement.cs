using CollabSummaries.Web.Shell.Security;
using CollabSummaries.Workspace.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CollabSummaries.Web.Shell;

/// <summary>Prints the one address to open, when the server answers under it. While there is no account it is the one-time link that makes
/// the administrator's.</summary>
internal sealed class Announcement(IServer server, ServerOptions options, InvitationStore invitations, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => _ = AnnounceAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Address a person on this machine can open.</summary>
    internal static string ToOpen(Uri? publicAddress, IEnumerable<string>? bound)
    {
        if (publicAddress is not null)
            return publicAddress.GetLeftPart(UriPartial.Authority);
        var first = bound?.OrderByDescending(x => x.StartsWith("https", StringComparison.OrdinalIgnoreCase)).FirstOrDefault() ?? "http://localhost";
        return first.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal).TrimEnd('/');
    }

    private async Task AnnounceAsync()
    {
        var address = ToOpen(options.PublicAddress, server.Features.Get<IServerAddressesFeature>()?.Addresses);
        var secret = await invitations.FirstAsync(lifetime.ApplicationStopping);
        Console.WriteLine(secret is null
            ? $"\n  CollabSummaries is ready. Open {address}\n"
            : $"\n  CollabSummaries is ready. Open this once, to make the first account:\n  {address}/join/{secret}\n");
    }
}
