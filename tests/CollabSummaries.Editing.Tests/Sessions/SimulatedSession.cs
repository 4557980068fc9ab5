using System.Text.Json;
using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Sessions;

/// <summary>
/// Several clients and one authority under a network that delays everything and forgets acknowledgements: pushes come twice, commits lag behind
/// accepts, memory reaches back a few updates only, the authority is opened again from its log.
/// </summary>
internal sealed class SimulatedSession
{
    private readonly SessionPlan _plan;
    private Random _random;
    private readonly string _start;
    private readonly List<object> _script = [];
    private readonly List<string> _sends = [];
    private readonly List<Update> _log = [];
    private readonly Queue<Accepted> _writing = new();
    private EditingSession _authority;

    public SimulatedSession(SessionPlan plan)
    {
        var random = new Random(plan.Seed);
        (_plan, _random) = (plan, random);
        _start = random.Next(2) == 0 ? random.Text(4) : random.Markdown(3);
        Clients = [.. Enumerable.Range(0, random.Next(2, 5)).Select(i => new SimulatedClient($"client{i}", i, _start, _script))];
        _authority = Open();
    }

    public IReadOnlyList<SimulatedClient> Clients { get; }

    public string Text => _authority.Committed.Text;

    public IReadOnlyList<Update> Log => _log;

    public string Start => _start;

    public string Ask => JsonSerializer.Serialize(new { kind = "session", doc = _start, clients = Clients.Select(client => client.Id), script = _script });

    public IReadOnlyList<string> Sends => _sends;

    /// <summary>Plays it and says what is wrong at the end; null: nothing.</summary>
    public string? FindFault()
    {
        try
        {
            Run();
        }
        catch (Exception failure) when (failure is Xunit.Sdk.XunitException or ArgumentException or InvalidOperationException)
        {
            return failure.Message;
        }
        if (Clients.FirstOrDefault(client => client.Text != Text) is { } differing) return $"{differing.Id} ends with {differing.Text}, the authority with {Text}";
        if (Log.Aggregate(Start, (text, update) => update.Changes.Apply(text)) != Text) return "the log gives another text";
        return Log.Select(update => (update.ClientId, update.Seq)).Distinct().Count() == Log.Count ? null : "an update stands in the log twice";
    }

    private void Run()
    {
        foreach (var step in _plan.Steps)
        {
            _random = new Random(step);
            Step(_random.Pick(Clients.ToArray()));
        }
        while (Clients.Any(client => client.Unsent.Count > 0 || client.Version < _log.Count) || _writing.Count > 0)
        {
            foreach (var client in Clients.Where(client => client.Unsent.Count > 0)) Push(client, client.Unsent.Count);
            while (_writing.Count > 0) Write();
            foreach (var client in Clients) Receive(client, _log.Count);
        }
    }

    private void Step(SimulatedClient client)
    {
        switch (_random.Next(10))
        {
            case < 4: client.Edit(_random.Next(2) == 0 ? _random.Change(client.Text) : _random.MarkdownChange(client.Text)); break;
            case < 6 when client.Unsent.Count > 0: Push(client, _random.Next(1, client.Unsent.Count + 1)); break;
            case < 8 when client.Version < _log.Count: Receive(client, _random.Next((int)client.Version, _log.Count) + 1); break;
            case 8 when _random.Next(10) == 0: Restart(); break;
            default: Write(); break;
        }
    }

    private void Receive(SimulatedClient client, int to)
    {
        if (_plan.ComposesGaps) client.ReceiveComposed(_log[(int)client.Version..to]);
        while (client.Version < to) client.Receive(_log[(int)client.Version]);
    }

    private void Push(SimulatedClient client, int count)
    {
        client.Show();
        _sends.Add(client.Sendable);
        var updates = client.Unsent.Take(count).ToList();
        var outcome = _authority.Accept(client.Version, updates);
        if (outcome is NeedsLog needed)
            outcome = _authority.Accept(client.Version, updates, _log[(int)needed.AfterVersion..(int)needed.ToVersion]);
        _writing.Enqueue(Assert.IsType<Accepted>(outcome));
    }

    private void Write()
    {
        if (!_writing.TryDequeue(out var accepted)) return;
        Assert.Equal(_log.Count, accepted.FromVersion);
        _log.AddRange(accepted.Updates);
        _authority.Commit(accepted);
    }

    // What was accepted and not written is lost; the clients hold it still and push it again.
    private void Restart()
    {
        _authority.Abandon();
        _writing.Clear();
        _authority = Open();
    }

    private EditingSession Open()
    {
        var (text, bullets, last) = (_start, BulletMap.Empty.Advance("", ChangeSet.Replace(0, 0, 0, _start), _start, 0).Map, new Dictionary<string, long>());
        for (var i = 0; i < _log.Count; i++)
        {
            var after = _log[i].Changes.Apply(text);
            (text, bullets) = (after, bullets.Advance(text, _log[i].Changes, after, i + 1).Map);
            last[_log[i].ClientId] = _log[i].Seq;
        }
        return EditingSession.Open(text, _log.Count, bullets, _log[Math.Max(0, _log.Count - 3)..], last, new SessionLimits(RecentUpdates: 3));
    }
}
