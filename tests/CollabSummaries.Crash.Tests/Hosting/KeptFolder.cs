using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Log;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Crash.Tests.Hosting;

/// <summary>A data folder of its own, looked at from outside the server with the product's own store.</summary>
internal sealed class KeptFolder : IAsyncDisposable
{
    private ServiceProvider _services;

    public KeptFolder() => _services = Build();

    public string Path { get; } = Directory.CreateTempSubdirectory("crash-").FullName;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets go of the files, as before a power cut is played back.</summary>
    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _services = Build();
    }

    /// <summary>The first thing wrong with a talk's log, given what editors were promised; null: nothing.</summary>
    public async Task<string?> FindFaultAsync(string talkId, IEnumerable<(string ClientId, long Seq)> acknowledged, CancellationToken stop)
    {
        if (await Get<LogCheck>().FindFaultAsync(talkId, stop) is { } fault)
            return fault;
        var rows = (await Get<SummaryLog>().ListUpdatesAsync(talkId, 0, long.MaxValue, stop)).Select(x => (x.ClientId, x.Seq)).ToList();
        var kept = rows.ToHashSet();
        if (kept.Count != rows.Count)
            return "An update stands in the log twice.";
        var lost = acknowledged.Where(x => !kept.Contains(x)).ToList();
        return lost.Count == 0 ? null : $"{lost.Count} acknowledged updates are missing, the first is {lost[0].ClientId} {lost[0].Seq}.";
    }

    public async Task<string> TextAsync(string talkId, CancellationToken stop)
    {
        var head = (await Get<SummaryLog>().OpenAsync(talkId, stop))!.State.Version;
        return (await Get<SummaryLog>().TextAtAsync(talkId, head, stop)).Text;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }

    private ServiceProvider Build() => new ServiceCollection()
        .AddWorkspace(new WorkspaceOptions { DataFolder = Path }).AddSingleton<LogCheck>().BuildServiceProvider();
}
