using System.Numerics.Tensors;
using CollabSummaries.Summarization.Inference.Answering;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>
/// Whether a graph keeps its promise that past and present may be the same memory: tokens read at once, and read in two pieces, must lead to the same next token.
/// </summary>
internal static class SelfTest
{
    /// <exception cref="ModelException">The graph gives other results in pieces than in one.</exception>
    public static void Check(CachedGraph graph, IReadOnlyList<int> tokens)
    {
        using var run = new RunOptions();
        var row = graph.StagingRow;
        var whole = TensorPrimitives.IndexOfMax<float>(graph.Prefill(row, 0, tokens, run));
        graph.Prefill(row, 0, [.. tokens.Take(tokens.Count / 2)], run);
        var pieces = TensorPrimitives.IndexOfMax<float>(graph.Prefill(row, tokens.Count / 2, [.. tokens.Skip(tokens.Count / 2)], run));
        if (whole != pieces)
            throw new ModelException("the model's graph does not keep its cache in shared memory as this program needs it (self-test: 8 tokens at once and 4 + 4 differ)");
    }
}
