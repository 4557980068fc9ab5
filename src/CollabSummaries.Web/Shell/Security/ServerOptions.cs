namespace CollabSummaries.Web.Shell.Security;

/// <summary>How people reach this server; section "Server" of the settings, explained in docs/operations.md.</summary>
public sealed class ServerOptions
{
    /// <summary>Address people type, when a proxy or a name stands before this server: "https://talks.example.org". Null: the address it listens on.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Answer the local network over plain http too. What is typed and read can then be seen by whoever shares that network.</summary>
    public bool PlainHttpOnLan { get; set; }

    /// <summary>Further host names this server answers to; its own name, localhost and plain IP addresses always are.</summary>
    public IReadOnlyList<string> HostNames { get; set; } = [];

    /// <summary>IP addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; loopback is, once <see cref="PublicAddress"/> is set.</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <summary>Whether cookies are to be Secure with the __Host- prefix.</summary>
    public bool IsHttps => PublicAddress?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Throws with the name of the setting when one cannot be meant.</summary>
    public void Check()
    {
        if (PublicAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.AbsolutePath != "/"))
            throw new InvalidOperationException($"Server:PublicAddress must be like https://talks.example.org, without a path, not \"{address}\".");
        foreach (var proxy in KnownProxies)
        {
            if (!System.Net.IPAddress.TryParse(proxy, out _))
                throw new InvalidOperationException($"Server:KnownProxies holds \"{proxy}\", which is no IP address.");
        }
    }
}
