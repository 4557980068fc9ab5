namespace CollabSummaries.Summarization.Inference;

/// <summary>What is known of a model that is ready.</summary>
/// <param name="Hash">SHA-256 of the weights, in lower-case hex; null: they are on another server.</param>
/// <param name="Device">"cpu", "cuda: name of the card" or "server: its address".</param>
/// <param name="DeviceNote">Why it is not the GPU; null when it is, or was not asked for.</param>
/// <param name="WeightBytes">Size of its files; 0: they are on another server.</param>
/// <param name="CacheBytes">Memory taken for keys and values.</param>
/// <param name="AtOnce">Texts written at once.</param>
/// <param name="MaxTokens">Tokens of a prompt and its answer together; null: that server knows.</param>
public sealed record ModelFacts(string Name, string? Hash, string Device, string? DeviceNote, long WeightBytes, long CacheBytes, int AtOnce, int? MaxTokens);
