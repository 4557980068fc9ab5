namespace CollabSummaries.Web.Sharing;

internal static class ShareEndpoints
{
    public static void MapSharedPage(this IEndpointRouteBuilder app) { }
    public static void MapDownloads(this IEndpointRouteBuilder app) { }
}
