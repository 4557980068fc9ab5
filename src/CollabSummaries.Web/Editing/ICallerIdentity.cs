using System.Security.Claims;
using CollabSummaries.Workspace.Access;

namespace CollabSummaries.Web.Editing;

/// <summary>Who a signed-in principal is.</summary>
internal interface ICallerIdentity
{
    Who? Of(ClaimsPrincipal principal);
}
