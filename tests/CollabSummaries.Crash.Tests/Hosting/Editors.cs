using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace CollabSummaries.Crash.Tests.Hosting;

/// <summary>People editing one talk; see tests/editor/support/storm/session.ts.</summary>
internal sealed record EditingPlan(string TalkId, int Seed, IReadOnlyList<string> Editors, int Edits, bool Storm);

/// <summary>How it ended.</summary>
/// <param name="Acknowledged">Client and number of each update the server acknowledged.</param>
/// <param name="Words">Whole words typed, where those were typed.</param>
internal sealed record EditingOutcome(
    string TalkId, int Seed, long Version, IReadOnlyList<string> Texts, IReadOnlyList<JsonElement[]> Acknowledged, int Typed,
    IReadOnlyList<string> Words, IReadOnlyList<string> Lost, string? Failure)
{
    [JsonIgnore]
    public IEnumerable<(string ClientId, long Seq)> Promised => Acknowledged.Select(x => (x[0].GetString()!, x[1].GetInt64()));
}

/// <summary>The browser's own editor code in Node, many editors in one process.</summary>
internal sealed class Editors : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Task<string>> Bundle = new(BundleAsync);

    private readonly Process _node;
    private readonly string _plan;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly Channel<EditingOutcome> _outcomes = Channel.CreateUnbounded<EditingOutcome>();
    private readonly SemaphoreSlim _news = new(0);
    private TaskCompletionSource<IReadOnlyList<JsonElement[]>> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Editors(Process node, string plan)
    {
        (_node, _plan) = (node, plan);
        _errors = node.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>Updates acknowledged so far.</summary>
    public int Count { get; private set; }

    public static async Task<Editors> StartAsync(string address, int abreast, IEnumerable<EditingPlan> plans)
    {
        var plan = Path.GetTempFileName();
        await File.WriteAllTextAsync(plan, JsonSerializer.Serialize(new { address, abreast, plans }, Json));
        var start = new ProcessStartInfo("node", [Path.Combine(await Bundle.Value, "storm.mjs"), plan])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return new Editors(Process.Start(start)!, plan);
    }

    /// <summary>Waits until so many more were acknowledged; false: they ended before.</summary>
    public async Task<bool> UntilMoreAsync(int more, CancellationToken stop)
    {
        var enough = Count + more;
        while (Count < enough && !_reading.IsCompleted)
            await _news.WaitAsync(TimeSpan.FromSeconds(1), stop);
        return Count >= enough;
    }

    /// <summary>What was acknowledged to those who edit now.</summary>
    public async Task<IEnumerable<(string ClientId, long Seq)>> TellAsync(CancellationToken stop)
    {
        _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SayAsync("tell");
        return (await _told.Task.WaitAsync(TimeSpan.FromMinutes(1), stop)).Select(x => (x[0].GetString()!, x[1].GetInt64()));
    }

    /// <summary>"up": the server is there again; "stop": those who type until told so.</summary>
    public async Task SayAsync(string what)
    {
        await _node.StandardInput.WriteLineAsync(what);
        await _node.StandardInput.FlushAsync();
    }

    /// <summary>Each talk as it ends, until all have. Nothing of it is kept here: a long storm ends ten thousand of them.</summary>
    public async IAsyncEnumerable<EditingOutcome> EndAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var outcome in _outcomes.Reader.ReadAllAsync(stop))
            yield return outcome;
        await _node.WaitForExitAsync(stop);
        Assert.True(_node.ExitCode == 0, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_node.HasExited)
            _node.Kill();
        await _reading;
        _node.Dispose();
        _news.Dispose();
        File.Delete(_plan);
    }

    private async Task ReadAsync()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonSerializer.Deserialize<JsonElement>(line);
            switch (said.GetProperty("kind").GetString())
            {
                case "count":
                    Count = said.GetProperty("count").GetInt32();
                    break;
                case "told":
                    _told.TrySetResult(said.GetProperty("acknowledged").Deserialize<JsonElement[][]>()!);
                    break;
                default:
                    _outcomes.Writer.TryWrite(said.GetProperty("outcome").Deserialize<EditingOutcome>(Json)!);
                    break;
            }

            _news.Release();
        }

        _outcomes.Writer.TryComplete();
    }

    private static async Task<string> BundleAsync()
    {
        var folder = Directory.CreateTempSubdirectory("storm-").FullName;
        using var node = Process.Start(new ProcessStartInfo(
            "node", [Repository.At("tests/editor/bundle.mjs"), folder, Repository.At("tests/editor/support/storm/storm.ts")]))!;
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return folder;
    }
}
