using System.Collections.Concurrent;
using CollabSummaries.Editing;
using CollabSummaries.Web.Editing;
using CollabSummaries.Web.Editing.Messages;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Editing;

/// <summary>A plain client of the hub: says what a test tells it to, and writes down what it hears.</summary>
internal sealed class EditingPeer : IAsyncDisposable
{
    private readonly ConcurrentQueue<object> _heard = new();
    private readonly SemaphoreSlim _news = new(0);

    private EditingPeer(HubConnection connection) => Connection = connection;

    public HubConnection Connection { get; }

    public JoinReply Joined { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public long Version { get; private set; }

    public IEnumerable<T> Heard<T>() => _heard.OfType<T>();

    public static async Task<EditingPeer> ConnectAsync(string address, string person, CancellationToken stop)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(address + EditingServices.HubPath), o =>
            {
                o.SkipNegotiation = true;
                o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
                o.Headers["Cookie"] = $"person={person}";
                o.Headers["Origin"] = address;
            })
            .AddMessagePackProtocol()
            .Build();
        var peer = new EditingPeer(connection);
        connection.On<UpdatesMessage>("Updates", peer.Take);
        connection.On<HeadMessage>("Head", peer.Note);
        connection.On<BulletsMessage>("Bullets", peer.Note);
        connection.On<RightMessage>("Right", peer.Note);
        connection.On<CursorMessage[]>("Cursors", peer.Note);
        connection.On<PersonMessage[]>("People", peer.Note);
        await connection.StartAsync(stop);
        return peer;
    }

    public async Task<JoinReply> JoinAsync(string talkId, CancellationToken stop, JoinReply? resume = null)
    {
        Joined = await Connection.InvokeAsync<JoinReply>(
            "Join", new JoinRequest { TalkId = talkId, ClientId = resume?.ClientId, ResumeKey = resume?.ResumeKey, WantsText = true }, stop);
        lock (_heard)
            (Text, Version) = (Joined.Text ?? "", Joined.Version);
        return Joined;
    }

    public Task<PushReply> PushAsync(long version, long firstSeq, CancellationToken stop, params string[] updates) =>
        Connection.InvokeAsync<PushReply>("Push", new PushRequest { Version = version, FirstSeq = firstSeq, Updates = updates }, stop);

    public Task<PullReply> PullAsync(long after, CancellationToken stop) =>
        Connection.InvokeAsync<PullReply>("Pull", new PullRequest { After = after }, stop);

    /// <summary>Waits until something heard makes it so.</summary>
    public async Task UntilAsync(Func<EditingPeer, bool> so, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!so(this))
            await _news.WaitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        _news.Dispose();
    }

    private void Take(UpdatesMessage message)
    {
        lock (_heard)
        {
            foreach (var update in message.Updates.Skip((int)Math.Max(0, Version - message.From)))
            {
                Text = ChangeSet.Parse(update.Changes).Apply(Text);
                Version++;
            }
        }

        Note(message);
    }

    private void Note(object message)
    {
        _heard.Enqueue(message);
        _news.Release();
    }
}
