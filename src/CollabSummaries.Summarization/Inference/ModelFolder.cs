using System.Globalization;
using System.Text.Json;
using CollabSummaries.Summarization.Inference.Graphs;

namespace CollabSummaries.Summarization.Inference;

/// <summary>What a folder says about its graph: genai_config.json, or config.json and the graph itself.</summary>
/// <param name="StopIds">Tokens that end an answer, as genai_config.json lists them.</param>
/// <param name="PastKey">Name of a layer's key input; %d stands for the layer.</param>
internal sealed record ModelFolder(
    string Path, string GraphFile, int Layers, int KeyValueHeads, int HeadSize, int Vocabulary, int Context, IReadOnlySet<int> StopIds,
    string InputIds, string AttentionMask, string PastKey, string PastValue, string Logits, string PresentKey, string PresentValue)
{
    private readonly string? _cudaGraphFile;

    /// <summary>The graph for cards where the folder has one of its own, else the only one.</summary>
    public string CudaGraphFile
    {
        get => _cudaGraphFile ?? (File.Exists(FileOf("model_cuda.onnx")) ? "model_cuda.onnx" : GraphFile);
        init => _cudaGraphFile = value;
    }

    /// <summary>Name of the input that takes each token's place in its text; null: the graph counts by itself.</summary>
    public string? PositionIds { get; init; }

    /// <summary>Name of the scalar input that says of how many last tokens logits are wanted; null: it gives those of all.</summary>
    public string? LogitCount { get; init; }

    /// <summary>Bytes of one number among keys and values on the CPU.</summary>
    public int ElementBytes { get; init; } = sizeof(float);

    /// <exception cref="ModelException">The folder lacks a file or the file says something else than this program can run.</exception>
    public static ModelFolder Read(string path) => Read(path, null);

    /// <param name="graphFile">The graph to take; null: the one the folder names, or that suits the device.</param>
    /// <exception cref="ModelException">As above.</exception>
    public static ModelFolder Read(string path, string? graphFile)
    {
        if (!Directory.Exists(path))
            throw new ModelException($"model folder '{path}' does not exist");
        if (!File.Exists(System.IO.Path.Combine(path, "genai_config.json")))
        {
            if (!ExportFolder.Is(path))
                throw new ModelException($"model folder '{path}' has no genai_config.json");
            return HasTokenizer(path) ? ExportFolder.Read(path, graphFile) : throw NoTokenizer(path);
        }

        if (!HasTokenizer(path))
            throw NoTokenizer(path);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(path, "genai_config.json")));
            var folder = Read(path, json.RootElement.GetProperty("model"));
            folder = graphFile is null ? folder : folder with { GraphFile = graphFile, CudaGraphFile = graphFile };
            var header = GraphHeader.Read(folder.FileOf(folder.GraphFile));
            return GraphRules.Refusal(header, folder.GraphFile) is { } refusal ? throw new ModelException(refusal) : folder.With(header);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelException($"genai_config.json in '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The folder with what its graph's own inputs say.</summary>
    public ModelFolder With(GraphHeader header) => this with
    {
        PositionIds = header.Input(GraphRules.PositionIds)?.Name,
        LogitCount = GraphRules.LogitCounts.FirstOrDefault(n => header.Input(n) is not null),
        ElementBytes = header.Input(PastKeyOf(0))?.Type == ElementType.Half ? 2 : 4,
    };

    public string PastKeyOf(int layer) => OfLayer(PastKey, layer);

    public string PastValueOf(int layer) => OfLayer(PastValue, layer);

    public string PresentKeyOf(int layer) => OfLayer(PresentKey, layer);

    public string PresentValueOf(int layer) => OfLayer(PresentValue, layer);

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    private static bool HasTokenizer(string path) => File.Exists(System.IO.Path.Combine(path, "tokenizer.json"));

    private static ModelException NoTokenizer(string path) => new($"model folder '{path}' has no tokenizer.json");

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
