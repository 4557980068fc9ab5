using System.Net;

namespace CollabSummaries.Web.Shell.Security;

/// <summary>Which host names and origins are this server. A name it does not know could be anybody's that was pointed here (DNS rebinding);
/// a plain IP address cannot.</summary>
internal sealed class OwnAddresses(ServerOptions options)
{
    private readonly HashSet<string> _names = new(
        options.HostNames.Append("localhost").Append(Environment.MachineName).Append($"{Environment.MachineName}.local")
            .Concat(options.PublicAddress is { } address ? [address.IdnHost] : []),
        StringComparer.OrdinalIgnoreCase);

    public bool Knows(HostString host) =>
        host.HasValue && (IPAddress.TryParse(host.Host.Trim('[', ']'), out _) || _names.Contains(host.Host));

    /// <summary>Whether a page of this server sent the request, going by its Origin header.</summary>
    public bool IsOwn(string origin, HttpRequest request)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from))
            return false;
        if (options.PublicAddress is { } address && Same(from, address))
            return true;
        return Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var here) && Same(from, here);
    }

    private static bool Same(Uri a, Uri b) =>
        a.Scheme == b.Scheme && a.Port == b.Port && string.Equals(a.IdnHost, b.IdnHost, StringComparison.OrdinalIgnoreCase);
}
