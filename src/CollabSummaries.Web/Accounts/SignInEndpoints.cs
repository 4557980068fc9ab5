using CollabSummaries.Web.Shell.Plain;
using CollabSummaries.Workspace.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CollabSummaries.Web.Accounts;

/// <summary>Sign-in and sign-out: plain forms, no script.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", Show).AllowAnonymous();
        app.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(AccountServices.DoorLimit);
        app.MapGet("/sign-out", ShowSignOut);
        app.MapPost("/sign-out", SignOutAsync);
    }

    private static IResult Show(HttpContext http, IAntiforgery forms, string? returnUrl)
    {
        if (CurrentWho.Of(http.User) is Workspace.Access.Member)
            return Results.LocalRedirect(Local(returnUrl));
        return Page(http, forms, returnUrl, wrong: null);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, IAntiforgery forms, SignInManager<Account> door, [FromForm] string userName, [FromForm] string password, [FromForm] string? returnUrl)
    {
        var result = await door.PasswordSignInAsync(userName.Trim(), password, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            await http.SignOutAsync(AccountServices.GuestScheme);
            return Results.LocalRedirect(Local(returnUrl));
        }

        return Page(http, forms, returnUrl, result.IsLockedOut
            ? "Too many wrong passwords. This account can sign in again in 15 minutes."
            : "User name or password is wrong.");
    }

    private static IResult ShowSignOut(HttpContext http, IAntiforgery forms) => PlainPages.Page<SignOutPage>(
        http, new { Token = forms.GetAndStoreTokens(http), CurrentWho.Get(http).Name }, hasForm: true);

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInManager<Account> door, [FromForm] string? unused)
    {
        await door.SignOutAsync();
        await http.SignOutAsync(AccountServices.GuestScheme);
        return Results.LocalRedirect("/sign-in");
    }

    private static IResult Page(HttpContext http, IAntiforgery forms, string? returnUrl, string? wrong) => PlainPages.Page<SignInPage>(
        http,
        new { Token = forms.GetAndStoreTokens(http), ReturnUrl = Local(returnUrl), Wrong = wrong },
        wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        hasForm: true);

    /// <summary>Only a path of this server is gone back to.</summary>
    private static string Local(string? url) =>
        url is ['/', .. var rest] && !rest.StartsWith('/') && !rest.StartsWith('\\') && !url.Any(char.IsControl) ? url : "/";
}
