namespace CollabSummaries.Summarization.Inference.Graphs;

/// <summary>Which graphs the slots of this program can drive: those whose attention (GroupQueryAttention) appends to a shared buffer. Others are told what they are.</summary>
internal static class GraphRules
{
    public const string PositionIds = "position_ids";

    /// <summary>Asks for the logits of the last tokens only, by count.</summary>
    public static readonly string[] LogitCounts = ["num_logits_to_keep", "logits_to_keep"];

    private const string Instead = "take the model's export by the onnxruntime-genai builder, or let a server such as vLLM or llama.cpp run it and name that under Inference:Models";

    /// <returns>Null: it can be driven; else a sentence: what it is and what to do.</returns>
    /// <param name="name">Of the graph's file.</param>
    public static string? Refusal(GraphHeader graph, string name)
    {
        var what = Kind(graph);
        return what is null ? null : $"the graph {name} cannot be used: {what}; {Instead}";
    }

    private static string? Kind(GraphHeader graph)
    {
        bool Takes(Func<string, bool> like) => graph.Inputs.Any(v => like(v.Name));
        if (Takes(n => n.Contains("block_table", StringComparison.Ordinal)) || graph.Input("input_ids") is { Dimensions.Count: 1 })
            return "it is a paged export, whose cache a server hands out by blocks (inputs block_table …)";
        if (Takes(n => n.StartsWith("encoder_", StringComparison.Ordinal) || n.StartsWith("decoder_", StringComparison.Ordinal)))
            return "it is one half of an encoder-decoder model, no text generator that goes on by itself";
        if (Takes(n => n == "use_cache_branch"))
            return "it is a merged export by optimum with two branches (input use_cache_branch), whose cache grows anew with every token";
        if (graph.Input("input_ids") is null || graph.Output("logits") is null)
            return $"it takes {Names(graph.Inputs)} and gives {Names(graph.Outputs)}, where a language model takes input_ids and gives logits";
        if (!Takes(n => n.StartsWith("past_key_values.", StringComparison.Ordinal)))
            return "it was exported without a cache (no inputs past_key_values.…) and would read the whole text anew for every token";
        if (!graph.Operators.Contains("GroupQueryAttention"))
            return graph.Inputs.Concat(graph.Outputs).Any(v => v.Dimensions.Any(d => d.Contains('+', StringComparison.Ordinal)))
                ? "it is an export by optimum, whose cache grows anew with every token, so that texts of different length cannot be written side by side"
                : "its attention is not GroupQueryAttention, so its cache cannot stay where it is while texts of different length are written side by side";
        return Details(graph);
    }

    private static string? Details(GraphHeader graph)
    {
        if (graph.Inputs.FirstOrDefault(v => !IsKnown(v.Name)) is { } unknown)
            return $"it wants the input {unknown.Name}, which this program does not know";
        var past = graph.Inputs.Where(v => v.Name.StartsWith("past_key_values.", StringComparison.Ordinal)).ToList();
        if (past.Any(v => v.Type is not (ElementType.Float or ElementType.Half)))
            return "its keys and values are neither 32-bit nor 16-bit numbers";
        return past.Select(v => (v.Size(1), v.Size(3), v.Type)).Distinct().Count() > 1 ? "its layers keep keys and values of different sizes" : null;
    }

    private static bool IsKnown(string name) =>
        name is "input_ids" or "attention_mask" or PositionIds || LogitCounts.Contains(name)
        || (name.StartsWith("past_key_values.", StringComparison.Ordinal) && (name.EndsWith(".key", StringComparison.Ordinal) || name.EndsWith(".value", StringComparison.Ordinal)));

    private static string Names(IReadOnlyList<GraphValue> values) => string.Join(", ", values.Take(4).Select(v => v.Name));
}
