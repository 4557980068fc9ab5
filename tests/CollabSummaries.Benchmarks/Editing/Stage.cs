using System.Diagnostics;
using CollabSummaries.Benchmarks.Editing.Figures;
using CollabSummaries.Benchmarks.Editing.Load;
using CollabSummaries.Crash.Tests.Hosting;

namespace CollabSummaries.Benchmarks.Editing;

/// <summary>The real server as a process of its own over a fresh folder, an administrator, and as many talks as are asked for.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _file;
    private readonly ServerProcess _server;
    private readonly Visitor _person;

    private Stage(string folder, string file, ServerProcess server, Visitor person) =>
        (_folder, _file, _server, _person) = (folder, file, server, person);

    public string Address => _server.Address;

    public string Cookie => _person.Cookie;

    /// <summary>Processor time the server has used.</summary>
    public TimeSpan Used => _server.Used;

    public static async Task<Stage> BeginAsync(CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("editing-bench-").FullName;
        var file = Path.Combine(folder, "talk.txt");
        await File.WriteAllTextAsync(file, "Ann: This talk is here for its summary.\n", stop);
        // One account holds every editor here, so what is limited by person is not, nor the number of editors.
        var server = await ServerProcess.StartAsync(folder, ServerProcess.FreePort(), new Dictionary<string, string> { ["Editing__MaxEditors"] = "10000" }, stop);
        return new Stage(folder, file, server, await Visitor.JoinAsync(server.Opens, "bench", stop));
    }

    /// <summary>From here on the server's model writes summaries.</summary>
    public async Task<BusyModel> KeepModelBusyAsync(CancellationToken stop) => await BusyModel.StartAsync(_folder, _person, stop);

    /// <summary>Measures one plan on talks of its own.</summary>
    public async Task<Measured> MeasureAsync(Plan plan, Random random, CancellationToken stop)
    {
        var talks = new List<string>();
        for (var i = 0; i < plan.Summaries; i++)
            talks.Add(await _person.ImportAsync(_file, stop));
        var clock = new Clock();
        await using var crowd = new Crowd(plan, clock);
        await crowd.EnterAsync(Address, Cookie, talks, stop);

        var (server, load, watch) = (Used, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var edits = await crowd.EditAsync(random, stop);
        var wall = watch.Elapsed;
        var (serverCores, loadCores) = ((Used - server) / wall, (Environment.CpuUsage.TotalTime - load) / wall);
        var missing = await crowd.RestAsync(edits * (plan.Editors - 1), stop);
        foreach (var failure in crowd.Failures.GroupBy(x => x))
            await Console.Error.WriteLineAsync($"{failure.Count()} editors gave up: {failure.Key}");
        return new Measured(
            plan.Asked, (double)clock.Safe.Count / plan.Seconds, clock.Visible.At(0.5, missing), clock.Visible.At(0.95, missing), clock.Visible.At(0.99, missing),
            clock.Safe.At(0.5, edits - clock.Safe.Count), clock.Safe.At(0.99, edits - clock.Safe.Count), missing, crowd.Diverged, serverCores, loadCores);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _person.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
