using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Workspace.Tests.Log;

/// <summary>A log in a real database of its own, written as a session writes it.</summary>
internal sealed class LogHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private LogHost(ServiceProvider services, string folder) => (_services, _folder) = (services, folder);

    public SummaryLog Log => _services.GetRequiredService<SummaryLog>();

    public LogCheck Check => _services.GetRequiredService<LogCheck>();

    public EvidenceStore Evidence => _services.GetRequiredService<EvidenceStore>();

    public WorkspaceWriter Writer => _services.GetRequiredService<WorkspaceWriter>();

    public static async Task<LogHost> StartAsync(CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("log-").FullName;
        var services = new ServiceCollection().AddWorkspace(new WorkspaceOptions { DataFolder = folder })
            .AddSingleton(TimeProvider.System).AddSingleton<SummaryLog>().AddSingleton<LogCheck>().AddSingleton<EvidenceStore>().BuildServiceProvider();
        await using var context = await services.GetRequiredService<IDbContextFactory<SqliteWorkspaceContext>>().CreateDbContextAsync(stop);
        await context.Database.EnsureCreatedAsync(stop);
        return new LogHost(services, folder);
    }

    public async Task<string> AddTalkAsync(string summary, CancellationToken stop)
    {
        var id = Ids.New();
        await Writer.WriteAsync(
            async context =>
            {
                var at = DateTimeOffset.UnixEpoch;
                context.Talks.Add(new Talk
                {
                    Id = id, Title = "A talk", CreatedBy = "person:a", CreatedAt = at, UpdatedAt = at,
                    Transcript = new KeptTranscript { TalkId = id, FileName = "a.txt", Raw = [], Format = "text", Encoding = "utf-8", SegmentCount = 0, SpeakerCount = 0, WordCount = 0 },
                });
                await context.SaveChangesAsync(stop);
                await SummaryLog.StartAsync(context, id, "import", summary, at, stop);
            },
            stop);
        return id;
    }

    /// <summary>Adds so many random updates, with a snapshot each <paramref name="snapshotEvery"/>; gives the state at every version.</summary>
    public async Task<List<SessionState>> FillAsync(string talk, int updates, int snapshotEvery, int seed, CancellationToken stop)
    {
        var opened = (await Log.OpenAsync(talk, stop))!;
        var (random, state, hash) = (new Random(seed), opened.State, opened.Hash);
        var states = new List<SessionState> { state };
        for (var i = 0; i < updates; i++)
        {
            var from = random.Next(state.Text.Length + 1);
            var to = Math.Min(state.Text.Length, from + random.Next(3));
            var changes = ChangeSet.Replace(state.Text.Length, from, to, new[] { "x", "\n- new", " words ", "" }[random.Next(4)]);
            var next = LogReplay.Step(state, Row(talk, state.Version + 1, changes));
            var row = new NewRow(new Update("client", i, changes), changes.ToJson(), "person:a", UpdateKind.Edit);
            hash = await Log.AppendAsync(new LogAppend(talk, state.Version, hash, [row], EvidenceStep.None, next.Version % snapshotEvery == 0 ? next : null), stop);
            states.Add(state = next);
        }

        return states;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static KeptUpdate Row(string talk, long version, ChangeSet changes) => new()
    {
        TalkId = talk, Version = version, ClientId = "client", Seq = 0, AuthorKey = "person:a", Kind = UpdateKind.Edit,
        At = DateTimeOffset.UnixEpoch, Changes = changes.ToJson(), Hash = [],
    };
}
