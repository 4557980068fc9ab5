namespace CollabSummaries.Summarization.Inference;

/// <summary>What is known of the model that travels with the product (its card: Models/talk-bullets/README.md).</summary>
internal static class BuiltInModel
{
    public const string Name = "talk-bullets";

    public const string WeightsHash = "ef1c8b2e8c5c8928aca03f92a7249afe9b3b805b16a8a40c156f7a050014ff71";
}
