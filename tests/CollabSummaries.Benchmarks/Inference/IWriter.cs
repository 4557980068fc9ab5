namespace CollabSummaries.Benchmarks.Inference;

/// <param name="Prefill">Seconds until every prompt had its first token.</param>
/// <param name="Decode">Seconds for the tokens after it.</param>
internal sealed record Written(double Prefill, double Decode, IReadOnlyList<int[]> Answers);

/// <summary>An engine that writes so many tokens after each prompt, the most probable one each time, all prompts at once.</summary>
internal interface IWriter : IAsyncDisposable
{
    string Title { get; }

    Task<Written> WriteAsync(IReadOnlyList<int[]> prompts, int tokens, CancellationToken cancellationToken);
}
