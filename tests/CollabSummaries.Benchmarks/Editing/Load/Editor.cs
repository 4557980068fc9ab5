using CollabSummaries.Editing;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Benchmarks.Editing.Load;

/// <summary>Somebody who edits, over a connection of their own and by the protocol: one push at a time, the next when its updates came back.</summary>
internal sealed class Editor : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HubConnection _connection;
    private readonly Clock _clock;
    private readonly List<long> _due = [];
    private Func<string, Editor?> _others = _ => null;
    private Replica? _replica;
    private string _clientId = "";
    private bool _asking;
    private long _sentTo;
    private bool _pulling;
    private HeadMessage _head = new();

    private Editor(HubConnection connection, Clock clock) => (_connection, _clock) = (connection, clock);

    /// <summary>Why it edits no more; null: it does.</summary>
    public string? Failure { get; private set; }

    /// <summary>Everything typed was confirmed.</summary>
    public bool IsAtRest
    {
        get
        {
            lock (_gate)
                return Failure is not null || _replica!.Own.Count == 0;
        }
    }

    public (string ClientId, long Version) Place
    {
        get
        {
            lock (_gate)
                return (_clientId, _replica!.Version);
        }
    }

    /// <summary>True while it keeps a text and the server has not told of the one at the same version.</summary>
    public bool IsUncompared
    {
        get
        {
            lock (_gate)
                return Failure is null && _replica!.Text is not null && _head.Version != _replica.Version;
        }
    }

    /// <summary>True when it kept a text and that is not the one the server told of last.</summary>
    public bool HasDiverged
    {
        get
        {
            lock (_gate)
                return _replica!.Text is { } text && _head.Version == _replica.Version && TextHash.Of(text) != _head.Hash;
        }
    }

    public static async Task<Editor> OpenAsync(string address, string cookie, string talkId, bool keepsText, Clock clock, CancellationToken stop)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(address + "/hubs/editing"), o =>
        {
            o.SkipNegotiation = true;
            o.Transports = HttpTransportType.WebSockets;
            o.Headers["Cookie"] = cookie;
            o.Headers["Origin"] = address;
        }).AddMessagePackProtocol().Build();
        var editor = new Editor(connection, clock);
        connection.On<UpdatesMessage>("Updates", editor.Take);
        connection.On<HeadMessage>("Head", head => { lock (editor._gate) editor._head = head; });
        connection.Closed += _ => { editor.Failure ??= "the connection was closed"; return Task.CompletedTask; };
        await connection.StartAsync(stop);
        var joined = await connection.InvokeAsync<JoinReply>("Join", new JoinRequest(talkId, WantsText: true), stop);
        if (joined.Code is not null || !joined.CanEdit)
            throw new InvalidOperationException($"The hub did not let an editor in: {joined.Code ?? "read only"}");
        lock (editor._gate)
            (editor._clientId, editor._replica) = (joined.ClientId, new Replica(joined.ClientId, joined.Version, joined.Text ?? "", keepsText));
        return editor;
    }

    /// <summary>Tells who else edits here, so that what comes from them can be timed.</summary>
    public void Meet(Func<string, Editor?> others) => _others = others;

    /// <summary>Makes the edit that was due then.</summary>
    public void Type(Random random, long due) => Edit(replica => replica.Type(random), due);

    /// <summary>Writes at the end, before anybody measures.</summary>
    public void Write(string text) => Edit(replica => replica.Write(text), 0);

    public async ValueTask DisposeAsync()
    {
        Failure ??= "closed";
        await _connection.DisposeAsync();
    }

    private void Edit(Action<Replica> edit, long due)
    {
        lock (_gate)
        {
            if (Failure is not null)
                return;
            lock (_due)
                _due.Add(due);
            edit(_replica!);
        }

        Push();
    }

    private long DueOf(long seq)
    {
        lock (_due)
            return _due[(int)seq];
    }

    private void Push()
    {
        PushRequest request;
        lock (_gate)
        {
            if (_asking || Failure is not null || _replica!.Own.Count == 0 || _replica.FirstSeq < _sentTo)
                return;
            _asking = true;
            request = new PushRequest(_replica.Version, _replica.FirstSeq, [.. _replica.Own.Take(100).Select(x => x.ToJson())]);
            _sentTo = request.FirstSeq + request.Updates.Count;
        }

        _ = PushAsync(request);
    }

    private async Task PushAsync(PushRequest request)
    {
        try
        {
            var reply = await _connection.InvokeAsync<PushReply>("Push", request);
            for (var i = 0; reply.Code is null && i < request.Updates.Count; i++)
                _clock.Acknowledged(DueOf(request.FirstSeq + i));
            if (reply.RetryAfter > 0)
                await Task.Delay(reply.RetryAfter);
            else if (reply.Code is not null)
                Failure ??= $"{reply.Code}: {reply.Message}";
            lock (_gate)
            {
                _asking = false;
                if (reply.Code is not null)
                    _sentTo = request.FirstSeq;
            }

            Push();
        }
        catch (Exception failure)
        {
            Failure ??= failure.Message;
        }
    }

    private void Take(UpdatesMessage message)
    {
        lock (_gate)
        {
            if (_replica is null || Failure is not null)
                return;
            if (message.From > _replica.Version)
            {
                Pull();
                return;
            }

            TakeNew(_replica, message);
        }

        Push();
    }

    private void TakeNew(Replica replica, UpdatesMessage message)
    {
        for (var i = (int)(replica.Version - message.From); i < message.Updates.Length; i++)
        {
            var update = message.Updates[i];
            try
            {
                replica.Take(update.ClientId, update.Seq, ChangeSet.Parse(update.Changes), update.Changes);
            }
            catch (Exception failure) when (failure is ArgumentException or InvalidDataException or FormatException)
            {
                Failure ??= failure.Message;
                return;
            }

            if (update.ClientId != _clientId && _others(update.ClientId) is { } author)
                _clock.Shown(author.DueOf(update.Seq));
        }
    }

    private void Pull()
    {
        if (_pulling)
            return;
        _pulling = true;
        _ = PullAsync(_replica!.Version);
    }

    private async Task PullAsync(long after)
    {
        try
        {
            var reply = await _connection.InvokeAsync<PullReply>("Pull", new PullRequest(after));
            lock (_gate)
                _pulling = false;
            Take(reply.Updates);
        }
        catch (Exception failure)
        {
            Failure ??= failure.Message;
        }
    }
}
