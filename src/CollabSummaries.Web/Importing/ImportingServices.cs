using Microsoft.AspNetCore.Mvc;

namespace CollabSummaries.Web.Importing;

/// <summary>Endpoints files come in by.</summary>
internal static class ImportingServices
{
    public static IEndpointRouteBuilder MapImporting(this IEndpointRouteBuilder routes)
    {
        AddLimits(routes.MapPost("/import/preview", ImportEndpoints.PreviewAsync));
        AddLimits(routes.MapPost("/talks", ImportEndpoints.ImportAsync));
        return routes;
    }

    private static void AddLimits(IEndpointConventionBuilder endpoint) => endpoint.RequireAuthorization()
        .WithMetadata(new RequestSizeLimitAttribute(ImportEndpoints.LongestRequest))
        .WithFormOptions(multipartBodyLengthLimit: ImportEndpoints.LongestRequest);
}
