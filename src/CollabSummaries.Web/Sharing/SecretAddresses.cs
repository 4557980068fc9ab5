using Microsoft.AspNetCore.Http.Features;

namespace CollabSummaries.Web.Sharing;

/// <summary>Takes the secret out of /s/SECRET and /join/SECRET before anything sees the address: logging, tracing and metrics of the whole
/// stack read the path from the request, and none of them may learn a secret. Endpoints ask <see cref="SecretOf"/>.</summary>
internal sealed class SecretAddresses(IServiceProvider services) : IHttpContextFactory
{
    /// <summary>Path of a share link without its secret.</summary>
    public const string Share = "/s";

    /// <summary>Path of an invitation without its secret.</summary>
    public const string Join = "/join";

    private readonly DefaultHttpContextFactory _contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        if (featureCollection.Get<IHttpRequestFeature>() is { } request)
        {
            foreach (var prefix in (ReadOnlySpan<string>)[Share, Join])
            {
                if (!request.Path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase))
                    continue;
                featureCollection.Set(new Secret(request.Path[(prefix.Length + 1)..]));
                (request.Path, request.RawTarget) = (prefix, prefix);
            }
        }

        return _contexts.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _contexts.Dispose(httpContext);

    /// <summary>The secret the address held; null when it held none that could be one.</summary>
    public static string? SecretOf(HttpContext http) => http.Features.Get<Secret>() is { Value.Length: 43 } secret ? secret.Value : null;

    private sealed record Secret(string Value);
}
