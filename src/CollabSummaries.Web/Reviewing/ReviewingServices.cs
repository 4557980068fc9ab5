using CollabSummaries.Web.Reviewing.Correcting;

namespace CollabSummaries.Web.Reviewing;

/// <summary>The review page: its endpoints and what corrects transcripts.</summary>
internal static class ReviewingServices
{
    public static void AddReviewing(this IServiceCollection services)
    {
        services.AddSingleton<TranscriptFeed>();
        services.AddSingleton<TranscriptEditing>();
    }

    public static IEndpointRouteBuilder MapReviewing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/talks/{id}/transcript", TranscriptEndpoint.GetAsync).RequireAuthorization();
        routes.MapTranscriptDownloads();
        routes.MapCorrecting();
        return routes;
    }
}
