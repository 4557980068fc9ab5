namespace CollabSummaries.Benchmarks.Editing;

/// <summary>How long an edit takes to reach the others, and how many edits a second the server bears.</summary>
internal static class EditingBench
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => Task.FromResult(2);
}
