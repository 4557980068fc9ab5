using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Editing;

public sealed class WritingTests
{
    private static readonly Member Ann = new("ann", "Ann", 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static LandingBullet Bullet(string id, string? section, string text) =>
        new(id, section, text, "written", [new PassagePiece(0, 3, 0, 5, "quote")], "supported", 0.9);

    private static SummaryWriting Writing(EditingHost host) => host.Services.GetRequiredService<SummaryWriting>();

    private static EvidenceStore Evidence(EditingHost host) => host.Services.GetRequiredService<EvidenceStore>();

    [Fact]
    public async Task Bullets_land_under_their_sections_with_ids_and_evidence_and_only_once()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("## First\n- old\n\n## Last\n- end\n", Stop);

        LandingBullet[] bullets = [Bullet("r1", "first", "one\nline"), Bullet("r2", "New", "two"), Bullet("r3", null, "- three")];
        var version = await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, bullets, Stop);
        var again = await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, bullets, Stop);

        var now = (await host.SummaryLog.OpenAsync(talk, Stop))!.State;
        Assert.Equal("## First\n- old\n- one line\n\n## Last\n- end\n\n## New\n- two\n- three\n", now.Text);
        Assert.Equal((2, 2), (version, again));
        Assert.Equal(["one line", "two", "three"], new[] { "r1", "r2", "r3" }.Select(x => now.Bullets.Find(x)!.Value.Text));
        Assert.Equal(3, (await Evidence(host).ListAsync(talk, null, Stop)).Count);
    }

    [Theory]
    [InlineData("## A\n- typ\n\n## B\n", 10, "## A\n- typing\n- one\n\n## B\n")]
    [InlineData("## A\n- typ\n", 10, "## A\n- typing\n- one\n")]
    public async Task What_is_typed_at_the_end_of_a_line_and_not_sent_yet_stays_on_it_when_bullets_land_below(string before, int at, string after)
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync(before, Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await ann.JoinAsync(talk, Stop);

        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", "A", "one")], Stop);
        var left = before.Length - at;
        await ann.PushAsync(1, 0, Stop, left > 0 ? $"[{at},[0,\"ing\"],{left}]" : $"[{at},[0,\"ing\"]]");

        var now = (await host.SummaryLog.OpenAsync(talk, Stop))!.State;
        Assert.Equal(after, now.Text);
        Assert.Equal("one", now.Bullets.Find("r1")!.Value.Text);
    }

    [Fact]
    public async Task Bullets_wait_for_who_types_on_a_last_line_without_a_break_and_what_is_not_sent_yet_keeps_a_line_of_its_own()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("- typ", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await ann.JoinAsync(talk, Stop);
        await ann.PushAsync(1, 0, Stop, "[5,[0,\"i\"]]");

        var landing = Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", null, "one")], Stop);
        await ann.PushAsync(2, 1, Stop, "[6,[0,\"n\"]]");
        Assert.False(landing.IsCompleted);
        await landing;
        await ann.PushAsync(3, 2, Stop, "[7,[0,\"g\"]]");

        var now = (await host.SummaryLog.OpenAsync(talk, Stop))!.State;
        Assert.StartsWith("- typin", now.Text);
        Assert.Equal("one", now.Bullets.Find("r1")!.Value.Text);
    }

    [Fact]
    public async Task A_bullet_people_deleted_does_not_land_again()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", null, "one")], Stop);
        await ann.JoinAsync(talk, Stop);

        await ann.PushAsync(1, 0, Stop, "[[5]]");
        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", null, "one")], Stop);

        Assert.Equal("", await host.TextAsync(talk, Stop));
        Assert.Empty(await Evidence(host).ListAsync(talk, null, Stop));
        Assert.Single(await Evidence(host).ListAsync(talk, 1, Stop));
    }

    [Fact]
    public async Task Deleting_a_bullet_and_putting_it_back_keeps_its_id_and_evidence()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("## A\n", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", "A", "one two")], Stop);
        var joined = await ann.JoinAsync(talk, Stop);

        await ann.PushAsync(2, 0, Stop, "[4,[10],1]");
        var gone = await Evidence(host).ListAsync(talk, null, Stop);
        await ann.PushAsync(3, 1, Stop, "[4,[0,\"\",\"- one two\"],1]");
        await ann.UntilAsync(x => x.Heard<BulletsMessage>().Any(m => m.Version == 4), Stop);

        Assert.Equal("r1", Assert.Single(joined.Evidence).BulletId);
        Assert.Empty(gone);
        Assert.Equal("r1", Assert.Single(await Evidence(host).ListAsync(talk, null, Stop)).BulletId);
        Assert.Equal("## A\n- one two\n", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task Everything_is_restored_as_a_new_change_with_ids_and_evidence()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", null, "one"), Bullet("r2", null, "two")], Stop);
        await ann.JoinAsync(talk, Stop);
        await ann.PushAsync(1, 0, Stop, "[[11,\"- other\"]]");

        var version = await Writing(host).RestoreAsync(Ann, talk, 1, null, Stop);

        var now = (await host.SummaryLog.OpenAsync(talk, Stop))!.State;
        Assert.Equal((3, "- one\n- two"), (version, now.Text));
        Assert.Equal(["r1", "r2"], now.Bullets.Bullets.Select(x => x.Id));
        Assert.Equal(["r1", "r2"], (await Evidence(host).ListAsync(talk, null, Stop)).Select(x => x.BulletId).Order());
        Assert.Null(await host.Services.GetRequiredService<LogCheck>().FindFaultAsync(talk, Stop));
    }

    [Fact]
    public async Task One_bullet_is_restored_in_its_place_and_nothing_else_changes()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", null, "one"), Bullet("r2", null, "two"), Bullet("r3", null, "three")], Stop);
        await ann.JoinAsync(talk, Stop);
        await ann.PushAsync(1, 0, Stop, "[6,[6],7]", "[13,[0,\"!\"]]");

        await Writing(host).RestoreAsync(Ann, talk, 1, "r2", Stop);

        var now = (await host.SummaryLog.OpenAsync(talk, Stop))!.State;
        Assert.Equal("- one\n- two\n- three!", now.Text);
        Assert.Equal(["r1", "r2", "r3"], now.Bullets.Bullets.Select(x => x.Id));
        Assert.Contains(await Evidence(host).ListAsync(talk, null, Stop), x => x.BulletId == "r2");
    }

    [Fact]
    public async Task A_bullet_whose_words_moved_away_is_to_be_rechecked()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await Writing(host).LandAsync(talk, "run:1", UpdateKind.Run, [Bullet("r1", null, "It took 3 years to build")], Stop);
        await ann.JoinAsync(talk, Stop);

        await ann.PushAsync(1, 0, Stop, "[10,[1,\"5\"],15]");
        // What the landing told may be heard after joining; it is followed by what the push changed.
        await ann.UntilAsync(x => x.Heard<BulletsMessage>().Any(m => m.Version == 2 && m.Evidence.Count > 0), Stop);

        var told = ann.Heard<BulletsMessage>().Last(m => m.Evidence.Count > 0);
        Assert.Equal("recheck", Assert.Single(Assert.Single(told.Evidence).Evidence).State);
    }

    [Fact]
    public async Task Who_may_only_read_restores_nothing()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("a", Stop);
        await host.Access.SetAsync("ann", Right.Read, Stop);

        await Assert.ThrowsAsync<AccessDeniedException>(() => Writing(host).RestoreAsync(Ann, talk, 0, null, Stop));

        Assert.Equal("a", await host.TextAsync(talk, Stop));
    }
}
