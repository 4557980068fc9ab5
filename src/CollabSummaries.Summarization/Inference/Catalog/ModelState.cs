namespace CollabSummaries.Summarization.Inference.Catalog;

/// <summary>Where a model of the server stands.</summary>
public abstract record ModelState
{
    private ModelState()
    {
    }

    /// <summary>Nobody asked for it yet; the first run that does loads it.</summary>
    public sealed record Waiting : ModelState;

    public sealed record Loading(LoadingStep Step) : ModelState;

    public sealed record Ready(ModelFacts Facts, Speed Speed) : ModelState;

    /// <param name="Why">Why it cannot be used, and what to do.</param>
    public sealed record Unusable(string Why) : ModelState;
}
