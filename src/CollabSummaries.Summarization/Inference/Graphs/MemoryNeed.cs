using System.Globalization;

namespace CollabSummaries.Summarization.Inference.Graphs;

/// <summary>The memory a model takes, known before any is taken.</summary>
/// <param name="Cache">Bytes for keys and values: rows × tokens × layers × 2 × heads × size × bytes of a number.</param>
/// <param name="Weights">Bytes of its files.</param>
internal sealed record MemoryNeed(long Cache, long Weights, int Rows, int Tokens)
{
    public static MemoryNeed Of(ModelFolder folder, InferenceOptions options, long weights)
    {
        // One row more than slots: prompts are read in it.
        var (rows, tokens) = (options.Slots + 1, Math.Min(options.MaxTokens, folder.Context));
        return new MemoryNeed((long)rows * tokens * folder.Layers * 2 * folder.KeyValueHeads * folder.HeadSize * folder.ElementBytes, weights, rows, tokens);
    }

    /// <summary>"106 MB for keys and values of 9 texts of 256 tokens, 95 MB for weights".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size(Cache)} for keys and values of {Rows} texts of {Tokens} tokens, {Size(Weights)} for weights");

    /// <exception cref="ModelException">This process may not take as much.</exception>
    public void CheckAgainst(long available)
    {
        if (Cache + Weights > available)
            throw new ModelException($"it needs {this}, and this process may take {Size(available)}; set Slots or MaxTokens lower, or let another server run it");
    }

    private static string Size(long bytes) => bytes >= 1_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");
}
