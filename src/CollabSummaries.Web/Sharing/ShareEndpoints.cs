using System.Security.Cryptography;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Web.Sharing.Reading;
using CollabSummaries.Web.Shell.Plain;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace CollabSummaries.Web.Sharing;

/// <summary>/s/SECRET: a read link answers with a static page itself; an edit link with the door, which leads to the talk. Whatever does not open
/// gets the same answer as an address that never was.</summary>
internal static class ShareEndpoints
{
    public static void MapSharedPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(SecretAddresses.Share, ShowAsync).AllowAnonymous();
        app.MapPost(SecretAddresses.Share, EnterAsync).AllowAnonymous().RequireRateLimiting(AccountServices.DoorLimit);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, LinkStore links, SharedReading reading, LinkViews views, TalkStore talks, IAccess access, IAntiforgery forms, CancellationToken stop)
    {
        if (await FindAsync(http, links, stop) is not { } link)
            return PlainPages.NotFound(http);
        if (link.Right == LinkRight.Edit)
            return await ShowDoorAsync(http, link, talks, access, forms, stop);
        if (await reading.FindAsync(link, stop) is not { } summary)
            return PlainPages.NotFound(http);
        views.Count(link.Id);
        return PlainPages.Page<SharedPage>(http, new { Summary = summary });
    }

    private static async Task<IResult> EnterAsync(
        HttpContext http, LinkStore links, TalkStore talks, GuestEntry entry, IAntiforgery forms, [FromForm] string name, [FromForm] int? color, CancellationToken stop)
    {
        if (await FindAsync(http, links, stop) is not { Right: LinkRight.Edit } link)
            return PlainPages.NotFound(http);
        var shown = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (shown.Length is 0 or > Joining.LongestName || shown.Any(char.IsControl))
            return await DoorAsync(http, link, talks, forms, $"A name has 1 to {Joining.LongestName} characters.", stop);
        await entry.EnterAsync(http, link, shown, Math.Clamp(color ?? 0, 0, Authors.Colors - 1), stop);
        return SeeOther(http, link);
    }

    private static async Task<IResult> ShowDoorAsync(HttpContext http, ShareLink link, TalkStore talks, IAccess access, IAntiforgery forms, CancellationToken stop)
    {
        // Whoever may edit the talk already is not asked for another name.
        if (CurrentWho.Of(http.User) is { } who && await access.RightAsync(who, link.TalkId, stop) >= Right.Edit)
            return SeeOther(http, link);
        return await DoorAsync(http, link, talks, forms, wrong: null, stop);
    }

    private static async Task<IResult> DoorAsync(HttpContext http, ShareLink link, TalkStore talks, IAntiforgery forms, string? wrong, CancellationToken stop)
    {
        var talk = await talks.FindAsync(link.TalkId, stop);
        return PlainPages.Page<GuestDoor>(
            http,
            new { Token = forms.GetAndStoreTokens(http), TalkTitle = talk?.Title ?? "", Color = RandomNumberGenerator.GetInt32(Authors.Colors), Wrong = wrong },
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            hasForm: true);
    }

    /// <summary>303: the address with the secret is left behind, and no later address holds it.</summary>
    private static IResult SeeOther(HttpContext http, ShareLink link)
    {
        http.Response.Headers.Location = $"/talks/{link.TalkId}";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static Task<ShareLink?> FindAsync(HttpContext http, LinkStore links, CancellationToken stop) =>
        SecretAddresses.SecretOf(http) is { } secret ? links.FindBySecretAsync(secret, stop) : Task.FromResult<ShareLink?>(null);
}
