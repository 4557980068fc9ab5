using System.Text.Json;

namespace CollabSummaries.Summarization.Inference.Graphs;

/// <summary>A folder as transformers.js and optimum write it: config.json and one or more graphs, beside it or in onnx/. Its graph for this machine is looked for among them.</summary>
internal static class ExportFolder
{
    /// <summary>Best first: four bits read least memory for each token.</summary>
    private static readonly string[] s_files =
        ["model_q4.onnx", "model_quantized.onnx", "model_int8.onnx", "model.onnx", "model_q4f16.onnx", "model_fp16.onnx", "decoder_model_merged.onnx", "decoder_with_past_model.onnx", "decoder_model.onnx"];

    /// <summary>Whether the folder is one of those.</summary>
    public static bool Is(string path) => File.Exists(Path.Combine(path, "config.json"));

    /// <param name="only">The graph to take; null: what suits.</param>
    /// <exception cref="ModelException">None of its graphs can be driven; the message says why of the first.</exception>
    public static ModelFolder Read(string path, string? only)
    {
        var names = only is not null ? [only] : s_files.SelectMany(f => (string[])[f, $"onnx/{f}"]).Where(f => File.Exists(Path.Combine(path, f))).ToList();
        if (names.Count == 0)
            throw new ModelException($"model folder '{path}' has neither genai_config.json nor a graph such as model.onnx or onnx/model.onnx");
        var graphs = names.Select(n => (Name: n, Header: GraphHeader.Read(Path.Combine(path, n)))).ToList();
        var usable = graphs.Where(g => GraphRules.Refusal(g.Header, g.Name) is null).ToList();
        if (usable.Count == 0)
            throw new ModelException(GraphRules.Refusal(graphs[0].Header, graphs[0].Name)!);
        bool IsWide((string, GraphHeader Header) graph) => graph.Header.Input("past_key_values.0.key") is { Type: ElementType.Float };
        var cpu = usable.Find(IsWide);
        var cuda = usable.Find(g => !IsWide(g));
        var (name, header) = cpu.Name is null ? cuda : cpu;
        return Of(path, name, header) with { CudaGraphFile = cuda.Name ?? name };
    }

    private static ModelFolder Of(string path, string name, GraphHeader header)
    {
        using var config = Config(path);
        int? Number(params string[] keys) => keys.Select(k => config.RootElement.TryGetProperty(k, out var value) && value.TryGetInt32(out var number) ? number : (int?)null).FirstOrDefault(n => n is not null);
        var past = header.Input("past_key_values.0.key") ?? throw new ModelException($"the graph {name} in '{path}' has no past_key_values.0.key");
        var heads = past.Size(1) ?? Number("num_key_value_heads", "num_attention_heads");
        var size = past.Size(3) ?? Number("head_dim") ?? Number("hidden_size") / Number("num_attention_heads");
        var words = header.Output("logits")!.Size(2) ?? Number("vocab_size");
        if (heads is null || size is null || words is null)
            throw new ModelException($"neither the graph {name} nor config.json in '{path}' says how large its keys and values and its vocabulary are");
        return new ModelFolder(
            path, name, header.Inputs.Count(v => v.Name.EndsWith(".key", StringComparison.Ordinal)), heads.Value, size.Value, words.Value,
            Number("max_position_embeddings", "n_positions") ?? 2048, new HashSet<int>(),
            "input_ids", "attention_mask", "past_key_values.%d.key", "past_key_values.%d.value", "logits", "present.%d.key", "present.%d.value").With(header);
    }

    private static JsonDocument Config(string path)
    {
        var file = Path.Combine(path, "config.json");
        try
        {
            var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new JsonException("it is no object");
        }
        catch (JsonException e)
        {
            throw new ModelException($"'{file}' cannot be read: {e.Message}", e);
        }
    }
}
