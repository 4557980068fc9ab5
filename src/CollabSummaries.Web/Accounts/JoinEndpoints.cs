using CollabSummaries.Web.Shell.Plain;
using CollabSummaries.Web.Sharing;
using CollabSummaries.Workspace.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CollabSummaries.Web.Accounts;

/// <summary>/join/SECRET: an invitation becomes an account. The secret is out of the address before routing, see <see cref="SecretAddresses"/>.</summary>
internal static class JoinEndpoints
{
    public static void MapJoin(this IEndpointRouteBuilder app)
    {
        app.MapGet(SecretAddresses.Join, ShowAsync).AllowAnonymous();
        app.MapPost(SecretAddresses.Join, JoinAsync).AllowAnonymous().RequireRateLimiting(AccountServices.DoorLimit);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IAntiforgery forms, InvitationStore invitations, CancellationToken stop) =>
        SecretAddresses.SecretOf(http) is { } secret && await invitations.FindBySecretAsync(secret, stop) is { } invitation
            ? Page(http, forms, invitation, null, null)
            : PlainPages.NotFound(http);

    private static async Task<IResult> JoinAsync(
        HttpContext http, IAntiforgery forms, InvitationStore invitations, Joining joining, SignInManager<Account> door,
        [FromForm] string name, [FromForm] string userName, [FromForm] string password, CancellationToken stop)
    {
        if (SecretAddresses.SecretOf(http) is not { } secret || await invitations.FindBySecretAsync(secret, stop) is not { } invitation)
            return PlainPages.NotFound(http);
        var (account, wrong) = await joining.JoinAsync(secret, new JoinForm(name, userName, password), stop);
        if (wrong is not null)
            return Page(http, forms, invitation, new JoinForm(name, userName, ""), wrong);
        if (account is null)
            return PlainPages.NotFound(http);
        await door.SignInAsync(account, isPersistent: true);
        return Results.LocalRedirect("/");
    }

    private static IResult Page(HttpContext http, IAntiforgery forms, Invitation invitation, JoinForm? typed, IReadOnlyList<string>? wrong) =>
        PlainPages.Page<JoinPage>(
            http,
            new { Token = forms.GetAndStoreTokens(http), invitation.Role, IsFirst = invitation.CreatedBy is null, Typed = typed, Wrong = wrong },
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            hasForm: true);
}
