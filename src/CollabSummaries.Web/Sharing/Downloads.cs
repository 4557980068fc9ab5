using System.Text;
using CollabSummaries.Transcripts.Export;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Sharing;

/// <summary>A talk's summary as a file: Markdown, or the pair format.</summary>
internal static class Downloads
{
    private const int LongestFileName = 80;

    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/talks/{id}/summary.md", MarkdownAsync);
        app.MapGet("/talks/{id}/summary.txt", PairAsync);
    }

    private static async Task<IResult> MarkdownAsync(HttpContext http, string id, IAccess access, TalkStore talks, SummaryLog log, CancellationToken stop)
    {
        await access.RequireAsync(CurrentWho.Get(http), id, Right.Read, stop);
        var opened = await log.OpenAsync(id, stop) ?? throw new AccessDeniedException();
        return File(http, $"{opened.State.Text.TrimEnd()}\n", "text/markdown", await NameAsync(talks, id, stop), "md");
    }

    private static async Task<IResult> PairAsync(HttpContext http, string id, IAccess access, TalkStore talks, SummaryLog log, CancellationToken stop)
    {
        await access.RequireAsync(CurrentWho.Get(http), id, Right.Read, stop);
        var opened = await log.OpenAsync(id, stop) ?? throw new AccessDeniedException();
        var lines = (await talks.ListSegmentsAsync(id, stop)).Select(x => x.Speaker is null ? x.Text : $"{x.Speaker}: {x.Text}");
        return File(http, PairFormat.Write(lines, opened.State.Bullets.Bullets.Select(x => x.Text)), "text/plain", await NameAsync(talks, id, stop), "txt");
    }

    private static async Task<string> NameAsync(TalkStore talks, string id, CancellationToken stop) => (await talks.FindAsync(id, stop))?.Title ?? "summary";

    private static IResult File(HttpContext http, string text, string type, string title, string ending)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", $"{FileNameOf(title)}.{ending}");
    }

    internal static string FileNameOf(string title)
    {
        var name = new string([.. title.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : ' ')]);
        name = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        return name.Length == 0 ? "summary" : name[..Math.Min(name.Length, LongestFileName)].TrimEnd();
    }
}
