using System.Threading.RateLimiting;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Sharing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CollabSummaries.Web.Accounts;

/// <summary>People and guests: two cookies behind one scheme, rights read from the store.</summary>
internal static class AccountServices
{
    public const string GuestScheme = "guest";

    /// <summary>Name of the rate limit on forms that take a secret or a password.</summary>
    public const string DoorLimit = "door";

    private const string WhoScheme = "who";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isHttps = builder.Configuration.GetValue<Uri?>("Server:PublicAddress")?.Scheme == Uri.UriSchemeHttps;
        services.AddSingleton<IAccess, Access>();
        services.AddScoped<Joining>();
        services.AddIdentityCore<Account>(o =>
            {
                o.Password.RequiredLength = 10;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                o.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountUsers>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));

        var cookies = services.AddAuthentication(WhoScheme)
            .AddPolicyScheme(WhoScheme, null, o => o.ForwardDefaultSelector = http => SchemeFor(http, isHttps))
            .AddCookie(GuestScheme, o =>
            {
                Shape(o, CookieNameOf("guest", isHttps), isHttps);
                o.Events.OnValidatePrincipal = KeepGuestWhileLinkIsOpenAsync;
            });
        cookies.AddIdentityCookies(o => o.ApplicationCookie!.Configure(x => Shape(x, CookieNameOf("person", isHttps), isHttps)));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(o =>
        {
            var perMinute = builder.Configuration.GetValue("Accounts:DoorTriesPerMinute", 10);
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(DoorLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapSignIn();
        app.MapJoin();
    }

    private static string CookieNameOf(string what, bool isHttps) => isHttps ? $"__Host-collab-{what}" : $"collab-{what}";

    private static string SchemeFor(HttpContext http, bool isHttps) =>
        !http.Request.Cookies.ContainsKey(CookieNameOf("person", isHttps)) && http.Request.Cookies.ContainsKey(CookieNameOf("guest", isHttps))
            ? GuestScheme
            : IdentityConstants.ApplicationScheme;

    private static void Shape(CookieAuthenticationOptions options, string name, bool isHttps)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = x => RedirectPagesOnly(x, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = x => { x.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; };
    }

    /// <summary>A person who opens a page is shown the door; hubs, forms and scripts hear a status they understand.</summary>
    private static Task RedirectPagesOnly(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (isPage)
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task KeepGuestWhileLinkIsOpenAsync(CookieValidatePrincipalContext context)
    {
        var links = context.HttpContext.RequestServices.GetRequiredService<LinkStore>();
        if (CurrentWho.Of(context.Principal!) is Guest guest && await links.FindOpenAsync(guest.LinkId, context.HttpContext.RequestAborted) is not null)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(GuestScheme);
    }
}
