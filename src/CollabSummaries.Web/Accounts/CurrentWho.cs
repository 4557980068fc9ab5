using System.Globalization;
using System.Security.Claims;
using CollabSummaries.Workspace.Access;

namespace CollabSummaries.Web.Accounts;

/// <summary>Reads who asks from the cookie's claims, a person's and a guest's alike.</summary>
internal static class CurrentWho
{
    public const string NameClaim = "collab:name";
    public const string ColorClaim = "collab:color";
    public const string LinkClaim = "collab:link";
    public const string GuestClaim = "collab:guest";

    /// <summary>Null: nobody we know.</summary>
    public static Who? Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || user.FindFirstValue(NameClaim) is not { } name
            || !int.TryParse(user.FindFirstValue(ColorClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var color))
            return null;
        if (user.FindFirstValue(LinkClaim) is { } link && user.FindFirstValue(GuestClaim) is { } guest)
            return new Guest(link, guest, name, color);
        return user.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? new Member(account, name, color) : null;
    }

    /// <summary>As <see cref="Of"/>, for endpoints behind sign-in.</summary>
    public static Who Get(HttpContext http) => Of(http.User) ?? throw new AccessDeniedException();
}
