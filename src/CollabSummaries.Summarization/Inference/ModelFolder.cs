using System.Globalization;
using System.Text.Json;

namespace CollabSummaries.Summarization.Inference;

/// <summary>What genai_config.json says about a folder's graph.</summary>
/// <param name="StopIds">Tokens that end an answer.</param>
/// <param name="PastKey">Name of a layer's key input; %d stands for the layer.</param>
internal sealed record ModelFolder(
    string Path, string GraphFile, int Layers, int KeyValueHeads, int HeadSize, int Vocabulary, int Context, IReadOnlySet<int> StopIds,
    string InputIds, string AttentionMask, string PastKey, string PastValue, string Logits, string PresentKey, string PresentValue)
{
    /// <exception cref="ModelException">The folder lacks a file or the file says something else than this program can run.</exception>
    public static ModelFolder Read(string path)
    {
        if (!Directory.Exists(path))
            throw new ModelException($"model folder '{path}' does not exist");
        foreach (var name in (string[])["genai_config.json", "tokenizer.json"])
        {
            if (!File.Exists(System.IO.Path.Combine(path, name)))
                throw new ModelException($"model folder '{path}' has no {name}");
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(path, "genai_config.json")));
            return Read(path, json.RootElement.GetProperty("model"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelException($"genai_config.json in '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The graph for cards where the folder has one of its own, else the only one.</summary>
    public string CudaGraphFile => File.Exists(FileOf("model_cuda.onnx")) ? "model_cuda.onnx" : GraphFile;

    public string PastKeyOf(int layer) => OfLayer(PastKey, layer);

    public string PastValueOf(int layer) => OfLayer(PastValue, layer);

    public string PresentKeyOf(int layer) => OfLayer(PresentKey, layer);

    public string PresentValueOf(int layer) => OfLayer(PresentValue, layer);

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    private static string OfLayer(string name, int layer) => name.Replace("%d", layer.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static ModelFolder Read(string path, JsonElement model)
    {
        var decoder = model.GetProperty("decoder");
        var inputs = decoder.GetProperty("inputs");
        var outputs = decoder.GetProperty("outputs");
        string Name(JsonElement of, string key) => of.GetProperty(key).GetString() ?? throw new JsonException($"{key} is null");
        var folder = new ModelFolder(
            path, Name(decoder, "filename"),
            decoder.GetProperty("num_hidden_layers").GetInt32(), decoder.GetProperty("num_key_value_heads").GetInt32(), decoder.GetProperty("head_size").GetInt32(),
            model.GetProperty("vocab_size").GetInt32(), model.GetProperty("context_length").GetInt32(), Ids(model.GetProperty("eos_token_id")),
            Name(inputs, "input_ids"), Name(inputs, "attention_mask"), Name(inputs, "past_key_names"), Name(inputs, "past_value_names"),
            Name(outputs, "logits"), Name(outputs, "present_key_names"), Name(outputs, "present_value_names"));
        if (folder.Layers is < 1 or > 1000 || folder.KeyValueHeads is < 1 or > 1024 || folder.HeadSize is < 1 or > 1024 || folder.Vocabulary < 2)
            throw new JsonException("sizes are out of range");
        if (System.IO.Path.GetFileName(folder.GraphFile) != folder.GraphFile)
            throw new JsonException("the graph's file name leads out of the folder");
        return folder;
    }

    private static HashSet<int> Ids(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(id => id.GetInt32())] : [value.GetInt32()];
}
