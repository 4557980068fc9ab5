using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Export;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Web.Sharing;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing;

/// <summary>The transcript as a file, corrected and with the names it has now.</summary>
internal static class TranscriptDownloads
{
    public static void MapTranscriptDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var format in TranscriptExport.Formats)
        {
            routes.MapGet($"/talks/{{id}}/transcript.{format.Name}", (string id, HttpContext http, IAccess access, TalkStore talks, CancellationToken stop) =>
                WriteAsync(format, id, http, access, talks, stop)).RequireAuthorization();
        }
    }

    private static async Task<IResult> WriteAsync(ExportFormat format, string id, HttpContext http, IAccess access, TalkStore talks, CancellationToken stop)
    {
        await access.RequireAsync(CurrentWho.Get(http), id, Right.Read, stop);
        var talk = await talks.FindAsync(id, stop) ?? throw new AccessDeniedException();
        var transcript = Of(talk, await talks.ListSegmentsAsync(id, stop), await talks.ListChaptersAsync(id, stop));
        http.Response.Headers.CacheControl = "no-store";
        return TranscriptExport.FormatsFor(transcript).Contains(format)
            ? Results.File(TranscriptExport.WriteBytes(transcript, format.Name), $"{format.ContentType}; charset=utf-8", $"{Downloads.FileNameOf(talk.Title)}.{format.Name}")
            : Results.Problem($"This talk has no times, which {format.DisplayName} needs. Plain text, Markdown and JSON need none.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Transcript Of(Talk talk, IReadOnlyList<KeptSegment> segments, IReadOnlyList<KeptChapter> chapters) => new(
        talk.Transcript.Format, talk.Transcript.Encoding, talk.Transcript.Language,
        [.. segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))],
        [.. chapters.Select(x => new Chapter(x.Title, x.FirstSegment))],
        [],
        [.. segments.Select(x => x.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)],
        new TalkDetails(talk.Title, talk.Date, talk.MediaUrl),
        null);
}
