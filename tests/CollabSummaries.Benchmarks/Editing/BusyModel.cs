using System.Text.Json;
using CollabSummaries.Crash.Tests.Hosting;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Benchmarks.Editing;

/// <summary>Keeps the server's model at work: summaries of the lecture among the tests' talks are asked for in the server's own table, more than it can write while anybody measures.</summary>
internal sealed class BusyModel : IAsyncDisposable
{
    private const int Talks = 16, Bullets = 200;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(2);
    private readonly ServiceProvider _services;
    private readonly List<string> _runs = [];

    private BusyModel(string folder) => _services = new ServiceCollection().AddWorkspace(new WorkspaceOptions { DataFolder = folder }).BuildServiceProvider();

    private RunStore Runs => _services.GetRequiredService<RunStore>();

    /// <summary>Ends when the first bullets are there: the model is loaded and writes.</summary>
    /// <param name="folder">The server's data folder.</param>
    public static async Task<BusyModel> StartAsync(string folder, Visitor person, CancellationToken stop)
    {
        var file = Path.Combine(folder, "lecture.txt");
        var row = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Inference", "talks.jsonl")).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).Last();
        await File.WriteAllLinesAsync(file, row.GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("text").GetString()!), stop);
        var model = new BusyModel(folder);
        for (var k = 0; k < Talks; k++)
            model._runs.Add((await model.Runs.RequestAsync(new NewRun(await person.ImportAsync(file, stop), Bullets, QuotesOnly: false, $"bench {k}", AsSuggestions: true), stop)).Id);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_longestWait);
        while (await model.WrittenAsync(patience.Token) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        return model;
    }

    /// <summary>Bullets written so far. The measurement is void where the runs failed or came to their end.</summary>
    /// <exception cref="InvalidOperationException">Nothing is at work.</exception>
    public async Task<int> WrittenAsync(CancellationToken stop)
    {
        var bullets = 0;
        var open = false;
        foreach (var id in _runs)
        {
            var run = (await Runs.FindAsync(id, stop))!;
            open |= run.State is RunState.Queued or RunState.Running;
            if (run.State == RunState.Failed)
                throw new InvalidOperationException($"A run failed: {run.Error}");
            bullets += (await Runs.ListBulletsAsync(id, stop)).Count;
        }

        return open ? bullets : throw new InvalidOperationException("All runs ended while edits were measured: ask for fewer seconds.");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
