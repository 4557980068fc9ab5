using System.Net.WebSockets;
using System.Text;
using CollabSummaries.Web.Editing;
using CollabSummaries.Web.Editing.Messages;
using Microsoft.AspNetCore.SignalR.Client;

namespace CollabSummaries.Web.Tests.Editing;

public sealed class HostileFramesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_than_a_hundred_kinds_of_hostile_push_are_refused_with_a_code_and_leave_no_row_and_no_broadcast()
    {
        await using var host = await EditingHost.StartAsync(Stop, o => (o.EditsPerSecond, o.EditsBurst) = (100_000, 100_000));
        var talk = await host.AddTalkAsync(HostilePushes.Text, Stop);
        await using var eve = await host.ConnectAsync("eve", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await eve.JoinAsync(talk, Stop);
        await ann.JoinAsync(talk, Stop);

        var kinds = HostilePushes.All.ToList();
        var taken = new List<string>();
        foreach (var (name, push) in kinds)
        {
            if ((await eve.Connection.InvokeAsync<PushReply>("Push", push, Stop)).Code is null)
                taken.Add(name);
        }

        Assert.True(kinds.Count >= 100, $"{kinds.Count} kinds");
        Assert.Empty(taken);
        Assert.Equal(HostilePushes.Text, await host.TextAsync(talk, Stop));
        // The first broadcast anybody hears is of the first honest edit.
        Assert.Null((await eve.PushAsync(1, 0, Stop, "[6,[0,\"!\"]]")).Code);
        await ann.UntilAsync(x => x.Version == 2, Stop);
        Assert.Equal("[6,[0,\"!\"]]", Assert.Single(Assert.Single(ann.Heard<UpdatesMessage>()).Updates).Changes);
    }

    [Fact]
    public async Task Frames_that_are_no_messages_end_their_own_connection_at_most()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("a", Stop);
        await using var ann = await host.ConnectAsync("ann", Stop);
        await ann.JoinAsync(talk, Stop);
        byte[][] frames =
        [
            [], [0], [0xFF], [1, 0xC1], [5, 0x95], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80], [1, 0x90], [2, 0x91, 0x63], [2, 0x91, 0x01],
            [6, 0x96, 1, 0x80, 0xC0, 0xC0, 0xC0], [0xFE, 0xFF, 0x03], "{\"type\":1,\"target\":\"Push\",\"arguments\":[]}\u001e"u8.ToArray(), new byte[70_000],
            Invocation("Push", 0xC0), Invocation("Push", 0x01), Invocation("Push", 0x90), Invocation("Push", 0x80), Invocation("Join", 0xC0), Invocation("Join", 0x80), Invocation("Pull", 0xC0),
            Invocation("Present", 0xC0), Invocation("Nothing", 0xC0), Invocation("Dispose", 0xC0), Invocation("OnDisconnectedAsync", 0xC0), Invocation("ToString", 0xC0),
            Invocation("Join", [.. Enumerable.Repeat((byte)0x91, 20_000), 0xC0]), Invocation("Push", 0xDF, 0xFF, 0xFF, 0xFF, 0xFF), Invocation("Push", 0xDD, 0x7F, 0xFF, 0xFF, 0xFF),
        ];

        foreach (var frame in frames)
        {
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Cookie", "person=eve");
            await socket.ConnectAsync(new Uri(host.Address.Replace("http", "ws", StringComparison.Ordinal) + EditingServices.HubPath), Stop);
            await socket.SendAsync("{\"protocol\":\"messagepack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, Stop);
            await socket.SendAsync(frame, WebSocketMessageType.Binary, true, Stop);
        }

        Assert.Null((await ann.PushAsync(1, 0, Stop, "[1,[0,\"b\"]]")).Code);
        Assert.Equal("ab", await host.TextAsync(talk, Stop));
    }

    [Fact]
    public async Task Joins_and_pulls_with_nothing_in_them_are_answered_with_a_code()
    {
        await using var host = await EditingHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("a", Stop);
        await using var eve = await host.ConnectAsync("eve", Stop);

        var nobody = await eve.Connection.InvokeAsync<JoinReply>("Join", new JoinRequest { TalkId = null! }, Stop);
        var endless = await eve.Connection.InvokeAsync<JoinReply>("Join", new JoinRequest { TalkId = new string('x', 100_000) }, Stop);
        var nothing = await eve.Connection.InvokeAsync<JoinReply>("Join", (JoinRequest?)null, Stop);
        await eve.JoinAsync(talk, Stop);
        var pulled = await eve.Connection.InvokeAsync<PullReply>("Pull", (PullRequest?)null, Stop);
        var pushed = await eve.Connection.InvokeAsync<PushReply>("Push", (PushRequest?)null, Stop);
        await eve.Connection.InvokeAsync("Present", (PresentRequest?)null, Stop);

        Assert.All([nobody.Code, endless.Code, nothing.Code], x => Assert.Equal("notFound", x));
        Assert.NotNull(pulled.Code);
        Assert.NotNull(pushed.Code);
    }

    /// <summary>[1, {}, "1", target, [argument]] with its length before it.</summary>
    private static byte[] Invocation(string target, params byte[] argument)
    {
        byte[] body = [0x95, 0x01, 0x80, 0xA1, 0x31, (byte)(0xA0 + Encoding.UTF8.GetByteCount(target)), .. Encoding.UTF8.GetBytes(target), 0x91, .. argument];
        var length = new List<byte>();
        for (var left = body.Length; left > 0 || length.Count == 0; left >>= 7)
            length.Add((byte)((left & 0x7F) | (left > 0x7F ? 0x80 : 0)));
        return [.. length, .. body];
    }
}
