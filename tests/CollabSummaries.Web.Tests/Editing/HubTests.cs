using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Editing;

public sealed class HubTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pushes_made_at_the_same_version_are_both_kept_and_everyone_sees_the_same_text()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("- one", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await using var ben = await host.ConnectAsync("ben", Stop);
        await ann.JoinAsync(talk, Stop);
        await ben.JoinAsync(talk, Stop);

        var replies = await Task.WhenAll(ann.PushAsync(1, 0, Stop, "[5,[0,\" A\"]]"), ben.PushAsync(1, 0, Stop, "[2,[3,\"two\"]]"));
        await ann.UntilAsync(x => x.Version == 3, Stop);
        await ben.UntilAsync(x => x.Version == 3, Stop);

        Assert.All(replies, x => Assert.Null(x.Code));
        Assert.Equal("- two A", ann.Text);
        Assert.Equal(ann.Text, ben.Text);
        Assert.Equal(ann.Text, await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task The_three_character_case_comes_out_as_in_the_browser()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("a", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await using var ben = await host.ConnectAsync("ben", Stop);
        await ann.JoinAsync(talk, Stop);
        await ben.JoinAsync(talk, Stop);

        await ann.PushAsync(1, 0, Stop, "[[1]]", "[[0,\"Y\"]]");
        await ben.PushAsync(1, 0, Stop, "[[0,\"Z\"],1]");

        Assert.Equal("YZ", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task A_push_sent_twice_is_applied_once()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await ann.JoinAsync(talk, Stop);

        var first = await ann.PushAsync(0, 0, Stop, "[[0,\"x\"]]");
        var again = await ann.PushAsync(0, 0, Stop, "[[0,\"x\"]]");
        var more = await ann.PushAsync(0, 0, Stop, "[[0,\"x\"]]", "[1,[0,\"y\"]]");

        Assert.Equal([1, 1, 2], new[] { first.Head, again.Head, more.Head });
        Assert.Equal("xy", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task An_edit_whose_acknowledgement_was_lost_is_applied_once_after_the_editor_resumes()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        JoinReply before;
        await using (var cut = await host.ConnectAsync("ann", Stop))
        {
            before = await cut.JoinAsync(talk, Stop);
            host.LostReplies.LoseNextPush();
            await Assert.ThrowsAnyAsync<Exception>(() => cut.PushAsync(0, 0, Stop, "[[0,\"kept\"]]"));
        }

        await using var back = await host.ConnectAsync("ann", Stop);
        var resumed = await back.JoinAsync(talk, Stop, before);
        var pulled = await back.PullAsync(0, Stop);
        var again = await back.PushAsync(0, 0, Stop, "[[0,\"kept\"]]");

        Assert.Equal((before.ClientId, 1), (resumed.ClientId, resumed.NextSeq));
        Assert.Equal(before.ClientId, Assert.Single(pulled.Updates.Updates).ClientId);
        Assert.Equal((null, 1), (again.Code, again.Head));
        Assert.Equal("kept", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task Another_person_cannot_go_on_with_an_editor_even_with_its_key()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await using var eve = await host.ConnectAsync("eve", Stop);
        var own = await ann.JoinAsync(talk, Stop);

        var stolen = await eve.JoinAsync(talk, Stop, own);
        var guessed = await ann.JoinAsync(talk, Stop, own with { ResumeKey = "guess" });

        Assert.Equal("unknownClient", stolen.Code);
        Assert.Equal("unknownClient", guessed.Code);
    }

    [Fact]
    public async Task A_right_taken_away_ends_editing_within_a_second_and_reading_too_when_that_goes()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await ann.JoinAsync(talk, Stop);
        var ended = new TaskCompletionSource();
        ann.Connection.Closed += _ => { ended.TrySetResult(); return Task.CompletedTask; };

        await host.Access.SetAsync("ann", Right.Read, Stop);
        var refused = await ann.PushAsync(0, 0, Stop, "[[0,\"x\"]]");
        await ann.UntilAsync(x => x.Heard<RightMessage>().Any(m => !m.CanEdit && !m.Gone), Stop);
        await host.Access.SetAsync("ann", null, Stop);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);

        Assert.Equal("readOnly", refused.Code);
        Assert.Contains(ann.Heard<RightMessage>(), x => x.Gone);
        Assert.Equal("", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task More_than_the_most_editors_become_readers_and_the_next_gets_a_place_that_is_left()
    {
        await using var host = await EditingHost.StartAsync(Stop, o => o.MaxEditors = 1);
        var talk = await host.AddTalkAsync("", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await using var ben = await host.ConnectAsync("ben", Stop);
        var first = await ann.JoinAsync(talk, Stop);
        var second = await ben.JoinAsync(talk, Stop);

        var refused = await ben.PushAsync(0, 0, Stop, "[[0,\"x\"]]");
        await ann.DisposeAsync();
        await ben.UntilAsync(x => x.Heard<RightMessage>().Any(m => m.CanEdit), Stop);
        var taken = await ben.PushAsync(0, 0, Stop, "[[0,\"x\"]]");

        Assert.True(first.CanEdit);
        Assert.False(second.CanEdit);
        Assert.NotNull(second.Notice);
        Assert.Equal("readOnly", refused.Code);
        Assert.Null(taken.Code);
    }

    [Fact]
    public async Task Somebody_without_a_right_and_a_talk_that_does_not_exist_are_answered_alike()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("secret", Stop);
        await host.Access.SetAsync("eve", null, Stop);
        await using var eve = await host.ConnectAsync("eve", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);

        var foreign = await eve.JoinAsync(talk, Stop);
        var missing = await ann.JoinAsync("nothing", Stop);

        Assert.Equal((foreign.Code, foreign.Message), (missing.Code, missing.Message));
        Assert.Equal("", foreign.Text ?? "");
        await Assert.ThrowsAnyAsync<Exception>(() => EditingPeer.ConnectAsync(host.Address, "", Stop));
    }

    [Theory]
    [InlineData("badChange", 1, 0, "[[0,\"a\\nb\"],1]")]
    [InlineData("badChange", 1, 0, "[[0,\"\\u0000\"],1]")]
    [InlineData("badChange", 1, 0, "[[0,\"\\ud800\"],1]")]
    [InlineData("badChange", 1, 0, "[1,1]")]
    [InlineData("badChange", 1, 0, "[-1]")]
    [InlineData("badChange", 1, 0, "{}")]
    [InlineData("badChange", 1, 0, "[")]
    [InlineData("badChange", 1, -1, "[[0,\"a\"],1]")]
    [InlineData("lengthMismatch", 1, 0, "[[0,\"a\"],2]")]
    [InlineData("outOfOrder", 1, 7, "[[0,\"a\"],1]")]
    [InlineData("ahead", 9, 0, "[[0,\"a\"],1]")]
    [InlineData("ahead", -1, 0, "[[0,\"a\"],1]")]
    public async Task A_bad_push_is_refused_with_a_code_and_leaves_no_row(string code, long version, long seq, string update)
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("a", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await ann.JoinAsync(talk, Stop);

        var reply = await ann.PushAsync(version, seq, Stop, update);
        var good = await ann.PushAsync(1, 0, Stop, "[1,[0,\"b\"]]");

        Assert.Equal(code, reply.Code);
        Assert.Equal((null, 2), (good.Code, good.Head));
        Assert.Equal("ab", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task A_hundred_pushes_by_ten_people_at_once_leave_a_gapless_log_that_checks()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("", Stop);
        var peers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => host.ConnectAsync($"person{i}", Stop)));
        foreach (var peer in peers)
            await peer.JoinAsync(talk, Stop);

        await Task.WhenAll(peers.Select(async peer =>
        {
            for (var i = 0; i < 10; i++)
            {
                var (version, length) = (peer.Version, peer.Text.Length);
                var keep = length == 0 ? "" : $",{length}";
                var reply = await peer.PushAsync(version, i, Stop, $"[[0,\"{i}\"]{keep}]");
                Assert.Null(reply.Code);
                await peer.UntilAsync(x => x.Version >= reply.Head, Stop);
            }
        }));
        foreach (var peer in peers)
            await peer.UntilAsync(x => x.Version == 100, Stop);

        Assert.All(peers, x => Assert.Equal(peers[0].Text, x.Text));
        Assert.Equal(peers[0].Text, await host.TextAsync(talk, Stop));
        Assert.Null(await host.Services.GetRequiredService<LogCheck>().FindFaultAsync(talk, Stop));
        foreach (var peer in peers)
            await peer.DisposeAsync();
    }
}
