namespace CollabSummaries.Benchmarks.Inference;

/// <summary>How fast the engine writes, beside other engines on the same model.</summary>
internal static class InferenceBench
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => Task.FromResult(2);
}
