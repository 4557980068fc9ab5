using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace CollabSummaries.Web.Shell;

/// <summary>Who is looking at a page of a circuit. Rights are asked for at every use; this only says who asks.</summary>
internal sealed class Visitor(AuthenticationStateProvider authentication, IAccess access)
{
    public async Task<Who?> FindAsync() => CurrentWho.Of((await authentication.GetAuthenticationStateAsync()).User);

    /// <exception cref="AccessDeniedException">Nobody we know.</exception>
    public async Task<Who> GetAsync() => await FindAsync() ?? throw new AccessDeniedException();

    /// <summary>The visitor, once it is sure that they have the right now.</summary>
    /// <exception cref="AccessDeniedException">They do not.</exception>
    public async Task<Who> RequireAsync(string talkId, Right right, CancellationToken stop)
    {
        var who = await GetAsync();
        await access.RequireAsync(who, talkId, right, stop);
        return who;
    }

    /// <summary>Whether the visitor may bring and manage talks.</summary>
    public Task<bool> IsMemberAsync(CancellationToken stop) => AllowsAsync(who => access.RequireMemberAsync(who, stop));

    /// <summary>Whether the visitor administers the server.</summary>
    public Task<bool> IsAdminAsync(CancellationToken stop) => AllowsAsync(who => access.RequireAdminAsync(who, stop));

    private async Task<bool> AllowsAsync(Func<Who, Task> require)
    {
        if (await FindAsync() is not { } who)
            return false;
        try
        {
            await require(who);
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }
}
