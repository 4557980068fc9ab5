using System.Globalization;
using System.Security.Claims;
using CollabSummaries.Workspace.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Accounts;

/// <summary>Puts name and color into the cookie. The role is not there on purpose: it is read from the store each time.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(CurrentWho.NameClaim, user.DisplayName));
        identity.AddClaim(new Claim(CurrentWho.ColorClaim, user.Color.ToString(CultureInfo.InvariantCulture)));
        return identity;
    }
}
