using CollabSummaries.Workspace.Accounts;

namespace CollabSummaries.Workspace.Tests.Accounts;

public sealed class PeopleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_link_is_made_anew_at_each_start_until_there_is_an_account()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var invitations = workspace.Get<InvitationStore>();

        var first = (await invitations.FirstAsync(Stop))!;
        var second = (await invitations.FirstAsync(Stop))!;
        Assert.Null(await invitations.FindBySecretAsync(first, Stop));
        Assert.Equal(Role.Admin, (await invitations.FindBySecretAsync(second, Stop))!.Role);
        await AddAsync(workspace, "ada", Role.Admin);

        Assert.Null(await invitations.FirstAsync(Stop));
    }

    [Fact]
    public async Task An_invitation_is_used_once_and_not_after_its_week()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var invitations = workspace.Get<InvitationStore>();
        var (_, used) = await invitations.CreateAsync(Role.Member, "person:1", Stop);
        var (_, late) = await invitations.CreateAsync(Role.Viewer, "person:1", Stop);

        var uses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => workspace.Writer.WriteAsync(c => invitations.UseAsync(c, used), Stop)));
        workspace.Time.Move(InvitationStore.Open);

        Assert.Single(uses.OfType<Invitation>());
        Assert.Null(await invitations.FindBySecretAsync(late, Stop));
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_removed_nor_made_less()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var people = workspace.Get<PeopleStore>();
        var ada = await AddAsync(workspace, "ada", Role.Admin);
        var grace = await AddAsync(workspace, "grace", Role.Member);

        Assert.Equal(PersonChange.LastAdmin, await people.RemoveAsync(ada, Stop));
        Assert.Equal(PersonChange.LastAdmin, await people.SetRoleAsync(ada, Role.Viewer, Stop));
        Assert.Equal(PersonChange.Done, await people.SetRoleAsync(grace, Role.Admin, Stop));
        Assert.Equal(PersonChange.Done, await people.RemoveAsync(ada, Stop));
        Assert.Equal(PersonChange.Unknown, await people.RemoveAsync(ada, Stop));
        Assert.Equal([grace], (await people.ListAsync(Stop)).Select(x => x.AccountId));
    }

    private static async Task<string> AddAsync(TemporaryWorkspace workspace, string name, Role role)
    {
        var account = new Account { DisplayName = name, UserName = name, Color = 0, Role = role };
        await workspace.Writer.WriteAsync(c => { c.Add(account); return Task.CompletedTask; }, Stop);
        return account.Id;
    }
}
