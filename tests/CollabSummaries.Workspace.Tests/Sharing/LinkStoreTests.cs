using System.Text;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Workspace.Tests.Sharing;

public sealed class LinkStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_opens_until_it_expires_is_revoked_or_its_talk_is_deleted()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var links = workspace.Get<LinkStore>();
        var talk = await workspace.AddTalkAsync("Engines", Stop);
        var (expiring, expiringSecret) = await links.CreateAsync(Wish(talk, workspace.Time.GetUtcNow().AddDays(1)), Stop);
        var (revoked, revokedSecret) = await links.CreateAsync(Wish(talk, null), Stop);
        var (_, lastingSecret) = await links.CreateAsync(Wish(talk, null), Stop);

        Assert.Equal(expiring.Id, (await links.FindBySecretAsync(expiringSecret, Stop))!.Id);
        workspace.Time.Move(TimeSpan.FromDays(1));
        Assert.Null(await links.FindBySecretAsync(expiringSecret, Stop));
        Assert.True(await links.RevokeAsync(talk, revoked.Id, Stop));
        Assert.False(await links.RevokeAsync(talk, revoked.Id, Stop));
        Assert.Null(await links.FindBySecretAsync(revokedSecret, Stop));
        Assert.Null(await links.FindOpenAsync(revoked.Id, Stop));
        Assert.NotNull(await links.FindBySecretAsync(lastingSecret, Stop));
        await workspace.Get<TalkStore>().DeleteAsync(talk, Stop);
        Assert.Null(await links.FindBySecretAsync(lastingSecret, Stop));
    }

    [Fact]
    public async Task A_link_of_one_talk_is_not_revoked_through_another()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var links = workspace.Get<LinkStore>();
        var (link, secret) = await links.CreateAsync(Wish(await workspace.AddTalkAsync("Engines", Stop), null), Stop);

        Assert.False(await links.RevokeAsync(await workspace.AddTalkAsync("Gears", Stop), link.Id, Stop));

        Assert.NotNull(await links.FindBySecretAsync(secret, Stop));
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_data_folder()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var (_, secret) = await workspace.Get<LinkStore>().CreateAsync(Wish(await workspace.AddTalkAsync("Engines", Stop), null), Stop);

        Assert.Equal(43, secret.Length);
        foreach (var file in Directory.GetFiles(workspace.Folder, "collabsummaries.db*").Where(x => !x.EndsWith("-shm", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Views_add_up()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var links = workspace.Get<LinkStore>();
        var talk = await workspace.AddTalkAsync("Engines", Stop);
        var (link, _) = await links.CreateAsync(Wish(talk, null), Stop);

        await links.AddViewsAsync(new Dictionary<string, int> { [link.Id] = 3, ["unknown"] = 1 }, Stop);
        await links.AddViewsAsync(new Dictionary<string, int> { [link.Id] = 2 }, Stop);

        Assert.Equal(5, Assert.Single(await links.ListAsync(talk, Stop)).Views);
    }

    private static NewLink Wish(string talk, DateTimeOffset? expires) => new(talk, LinkRight.Read, LinkScope.Quotes, null, expires, "person:1");
}
