namespace CollabSummaries.Web.Reviewing;

/// <summary>Endpoints of the review page.</summary>
internal static class ReviewingServices
{
    public static IEndpointRouteBuilder MapReviewing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/talks/{id}/transcript", TranscriptEndpoint.GetAsync).RequireAuthorization();
        return routes;
    }
}
