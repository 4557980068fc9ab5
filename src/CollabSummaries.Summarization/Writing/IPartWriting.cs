namespace CollabSummaries.Summarization.Writing;

/// <summary>Makes the bullets of a plan's parts. Parts are asked for in order; what is written ahead of that is up to the writing.</summary>
internal interface IPartWriting : IAsyncDisposable
{
    long PromptTokens { get; }

    long OutputTokens { get; }

    /// <param name="earlier">Texts of bullets the summary has already; those made here are added by the caller.</param>
    Task<IReadOnlyList<Bullet>> WriteAsync(int part, IReadOnlyList<string> earlier, CancellationToken stop);
}
