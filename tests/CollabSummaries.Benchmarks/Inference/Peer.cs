using System.Diagnostics;
using System.Text.Json;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>Another engine in a process of its own (tests/inference-peers/peer.mjs), asked line by line.</summary>
internal sealed class Peer : IWriter
{
    private readonly Process _process;

    private Peer(Process process, string title) => (_process, Title) = (process, title);

    public string Title { get; }

    /// <exception cref="InvalidOperationException">It cannot be started; the message says why and what to do.</exception>
    public static async Task<Peer> StartAsync(string name, string modelFolder, int threads, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Repository(), "tests", "inference-peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException($"{name} is not installed: run `npm install --ignore-scripts` in {folder}, or leave it out with --only");
        var work = Directory.CreateDirectory(Path.Combine(Repository(), "artifacts", "inference")).FullName;
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["peer.mjs", name, modelFolder, work, $"{threads}"])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var first = await AnswerAsync(process, cancellationToken);
        return new Peer(process, first.GetProperty("engine").GetString()!);
    }

    public async Task<Written> WriteAsync(IReadOnlyList<int[]> prompts, int tokens, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { prompts, tokens }).AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        var answer = await AnswerAsync(_process, cancellationToken);
        var answers = answer.GetProperty("answers").EnumerateArray().Select(a => a.EnumerateArray().Select(t => t.GetInt32()).ToArray()).ToList();
        return new Written(answer.GetProperty("prefill").GetDouble(), answer.GetProperty("decode").GetDouble(), answers);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<JsonElement> AnswerAsync(Process process, CancellationToken cancellationToken)
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("the other engine ended without a word");
        var answer = JsonSerializer.Deserialize<JsonElement>(line);
        return answer.TryGetProperty("problem", out var problem) ? throw new InvalidOperationException(problem.GetString()) : answer;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CollabSummaries.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the bench must lie in the repository");
    }
}
