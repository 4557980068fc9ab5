using System.Text.Json;
using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Summarization.Tests.Inference;

/// <summary>Prompts with ids and greedy answers that came with the model (its reference.json).</summary>
public sealed record Reference(string Passage, int[] Ids, int[] GreedyIds, string GreedyText)
{
    private static readonly JsonSerializerOptions s_names = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Reference> All { get; } =
        JsonSerializer.Deserialize<Reference[]>(File.ReadAllBytes(Path.Combine(ModelLoading.BuiltIn, "reference.json")), s_names)!;
}
