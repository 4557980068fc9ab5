using System.Collections.Concurrent;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Log;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>Finds or opens the one session of a talk in this process. A session lives while somebody uses it and a little longer.</summary>
internal sealed class SessionDirectory(
    SummaryLog log,
    EvidenceStore evidence,
    IDbContextFactory<SqliteWorkspaceContext> contexts,
    IHubContext<EditingHub, IEditingClient> hub,
    IOptions<EditingOptions> options,
    TimeProvider time,
    ILogger<SessionDirectory> logger) : IAsyncDisposable
{
    /// <summary>Milliseconds.</summary>
    private const double GapOfOne = 0.2;

    private readonly ConcurrentDictionary<string, Lazy<Task<OpenSession?>>> _sessions = new(StringComparer.Ordinal);

    /// <summary>Dispose what it gives when done. Null when there is no such talk.</summary>
    public async Task<OpenSession?> OpenAsync(string talkId, CancellationToken stop)
    {
        while (true)
        {
            var entry = _sessions.GetOrAdd(talkId, id => new Lazy<Task<OpenSession?>>(() => CreateAsync(id)));
            OpenSession? open;
            try
            {
                open = await entry.Value.WaitAsync(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Forget(talkId, entry);
                throw;
            }

            if (open is null)
            {
                Forget(talkId, entry);
                return null;
            }

            if (open.TryUse())
                return open;
            Forget(talkId, entry);
            await open.Closed.WaitAsync(stop);
        }
    }

    /// <summary>Sessions open now.</summary>
    public IReadOnlyList<OpenSession> List() =>
        [.. _sessions.Values.Where(x => x.IsValueCreated && x.Value is { IsCompletedSuccessfully: true, Result: not null }).Select(x => x.Value.Result!)];

    /// <summary>Says each summary's head to its editors.</summary>
    public void Beat()
    {
        foreach (var open in List().Where(x => x.People.Count > 0))
            open.Session.FanOut.Beat();
    }

    /// <summary>Ends sessions nobody has used for a while.</summary>
    public async Task SweepAsync(TimeSpan idle)
    {
        foreach (var (talkId, entry) in _sessions.ToArray())
        {
            if (entry is not { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } open } } || !open.TryClose(idle))
                continue;
            Forget(talkId, entry);
            await open.EndAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in List())
            await open.EndAsync();
        _sessions.Clear();
    }

    private void Forget(string talkId, Lazy<Task<OpenSession?>> entry) => _sessions.TryRemove(new(talkId, entry));

    private async Task<OpenSession?> CreateAsync(string talkId)
    {
        var views = new EvidenceViews(talkId, contexts);
        var people = new People(options.Value.MaxEditors);
        var session = await SummarySession.OpenAsync(talkId, log, evidence, now => FanOutOf(talkId, views, people, now), new LastLine(time), logger, CancellationToken.None);
        if (session is null)
            return null;
        views.Begin(session.Now);
        return new OpenSession(session, views, people, time);
    }

    private FanOut FanOutOf(string talkId, EvidenceViews views, People people, Func<SummaryNow> now) => new(
        hub.Clients.Group(talkId), () => now().State, (moved, stop) => views.FindChangesAsync(now(), moved, stop), () => GapOf(people.Count), time);

    // A delivery costs about as much as there are people to tell: few are told at once, many a little later and more at a time.
    private TimeSpan GapOf(int receivers) => TimeSpan.FromMilliseconds(Math.Min(receivers * GapOfOne, options.Value.FanOutMilliseconds));
}
