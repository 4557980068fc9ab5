using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Accounts;

/// <summary>Rights as the store has them now; nothing is remembered between two questions, so taking a right away works at once.</summary>
internal sealed class Access(IDbContextFactory<SqliteWorkspaceContext> contexts, PeopleStore people, LinkStore links) : IAccess
{
    public async Task<Right?> RightAsync(Who who, string talkId, CancellationToken stop)
    {
        if (who is Guest guest)
            return await links.FindOpenAsync(guest.LinkId, stop) is { Right: LinkRight.Edit } link && link.TalkId == talkId ? Right.Edit : null;
        if (await RoleAsync(who, stop) is not { } role || !await IsThereAsync(talkId, inBin: false, stop))
            return null;
        return role == Role.Viewer ? Right.Read : Right.Manage;
    }

    public async Task RequireAsync(Who who, string talkId, Right right, CancellationToken stop)
    {
        if (!(await RightAsync(who, talkId, stop) >= right))
            throw new AccessDeniedException();
    }

    public async Task RequireBinAsync(Who who, string talkId, CancellationToken stop)
    {
        await RequireMemberAsync(who, stop);
        if (!await IsThereAsync(talkId, inBin: true, stop))
            throw new AccessDeniedException();
    }

    public Task RequireMemberAsync(Who who, CancellationToken stop) => RequireRoleAsync(who, Role.Member, stop);

    public Task RequireAdminAsync(Who who, CancellationToken stop) => RequireRoleAsync(who, Role.Admin, stop);

    private async Task RequireRoleAsync(Who who, Role least, CancellationToken stop)
    {
        if (!(await RoleAsync(who, stop) >= least))
            throw new AccessDeniedException();
    }

    private Task<Role?> RoleAsync(Who who, CancellationToken stop) =>
        who is Member member ? people.FindRoleAsync(member.AccountId, stop) : Task.FromResult<Role?>(null);

    private async Task<bool> IsThereAsync(string talkId, bool inBin, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        return await context.Talks.AnyAsync(x => x.Id == talkId && (x.DeletedAt != null) == inBin, stop);
    }
}
