using System.Globalization;
using System.Security.Claims;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.Authentication;

namespace CollabSummaries.Web.Sharing;

/// <summary>Lets the holder of an edit link in: an author of their own and a signed cookie that holds no secret.</summary>
internal sealed class GuestEntry(WorkspaceWriter writer)
{
    public async Task EnterAsync(HttpContext http, ShareLink link, string name, int color, CancellationToken stop)
    {
        var guestId = Ids.New();
        await writer.WriteAsync(c => Authors.KeepAsync(c, $"guest:{guestId}", name, color, AuthorKind.Guest), stop);
        var claims = new ClaimsIdentity(
            [
                new Claim(CurrentWho.LinkClaim, link.Id),
                new Claim(CurrentWho.GuestClaim, guestId),
                new Claim(CurrentWho.NameClaim, name),
                new Claim(CurrentWho.ColorClaim, color.ToString(CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, name),
            ],
            AccountServices.GuestScheme);
        await http.SignInAsync(AccountServices.GuestScheme, new ClaimsPrincipal(claims), new AuthenticationProperties { IsPersistent = true });
    }
}
