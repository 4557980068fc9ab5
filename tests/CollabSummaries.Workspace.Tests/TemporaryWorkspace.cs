using CollabSummaries.Workspace.Talks;
using CollabSummaries.Workspace.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Workspace.Tests;

/// <summary>A real database in a folder of its own, gone after the test; time stands still until it is moved.</summary>
public sealed class TemporaryWorkspace : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private TemporaryWorkspace(string folder, bool ownsFolder, MovedTime time)
    {
        (Folder, _ownsFolder, Time) = (folder, ownsFolder, time);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddWorkspace(new WorkspaceOptions { DataFolder = folder })
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public MovedTime Time { get; }

    public WorkspaceWriter Writer => Get<WorkspaceWriter>();

    public static async Task<TemporaryWorkspace> OpenAsync(CancellationToken stop)
    {
        var workspace = Unprepared();
        await workspace.Get<WorkspaceStart>().PrepareAsync(stop);
        return workspace;
    }

    public static TemporaryWorkspace Unprepared() =>
        new(Path.Combine(Path.GetTempPath(), $"collab-{Ids.New()}"), ownsFolder: true, new MovedTime());

    /// <summary>Another program over the same folder and clock.</summary>
    public TemporaryWorkspace Beside() => new(Folder, ownsFolder: false, Time);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<SqliteWorkspaceContext> ReadAsync(CancellationToken stop) =>
        Get<IDbContextFactory<SqliteWorkspaceContext>>().CreateDbContextAsync(stop);

    public Task<string> AddTalkAsync(string title, CancellationToken stop, params string[] summary) =>
        Get<TalkStore>().AddAsync(Samples.Talk(title, summary), stop);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_ownsFolder)
            return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that is moved by hand.</summary>
public sealed class MovedTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}

internal static class Samples
{
    public static NewTalk Talk(string title, string[] summary) => new(
        title, new DateOnly(2026, 5, 1), null, "import",
        new NewTranscript(
            "talk.vtt", "WEBVTT\n"u8.ToArray(), "vtt", "utf-8", "en",
            [
                new NewSegment("a1", 0, 4_000, "Ada", "We tried  three engines.", 3, 4),
                new NewSegment("a2", 4_000, 9_500, "Grace", "Only one was fast enough.", 6, 7),
                new NewSegment("a3", 9_500, null, "Ada", "So we kept it.", 9, 9),
            ],
            [new NewChapter("Engines", 0)]),
        summary.Length == 0 ? null : summary);
}
