using System.Diagnostics;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Devices;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>The engine of this program as a caller sees it: text arrives token by token through the loop that serves everybody.</summary>
internal sealed class OurWriter : IWriter
{
    private readonly AnswerLoop _loop;
    private readonly TextOutput _output;

    public OurWriter(ModelFolder folder, InferenceOptions options)
    {
        _output = new TextOutput(TokenizerFile.Load(folder.FileOf("tokenizer.json")), [], Streamed: true);
        var probe = Enumerable.Range(20, 8).ToArray();
        // No id ends an answer, so that each has as many tokens; no head is shared, since other engines read every prompt whole.
        _loop = new AnswerLoop(DeviceSelection.OnCpu(folder, options, folder.GraphFile, probe), new HashSet<int>(), [], options.GiveWay);
    }

    public string Title => "this program";

    /// <summary>Reading the prompts is timed by a request of its own for one token each, so that it does not matter when this thread gets its turn beside the engine's.</summary>
    public async Task<Written> WriteAsync(IReadOnlyList<int[]> prompts, int tokens, CancellationToken cancellationToken)
    {
        var (prefill, _) = await TimeAsync(prompts, 1, cancellationToken);
        var (whole, answers) = await TimeAsync(prompts, tokens, cancellationToken);
        return new Written(prefill, Math.Max(whole - prefill, double.Epsilon), answers);
    }

    public ValueTask DisposeAsync()
    {
        _loop.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(double Seconds, int[][] Answers)> TimeAsync(IReadOnlyList<int[]> prompts, int tokens, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answers = new int[prompts.Count][];
        var request = _loop.Ask([.. prompts.Select(p => new Prompt(p, [(Sampling.Greedy, 0)]))], tokens, _output, cancellationToken);
        await foreach (var piece in request.Pieces.ReadAllAsync(cancellationToken))
        {
            if (piece.Whole is { } whole)
                answers[piece.Prompt] = [.. whole.Tokens];
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, answers);
    }
}
