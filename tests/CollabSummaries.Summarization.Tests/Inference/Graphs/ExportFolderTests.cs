using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Devices;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Tests.Inference.Graphs;

/// <summary>Folders as transformers.js writes them. The one that is run is the built-in model, changed to want position_ids and num_logits_to_keep.</summary>
public sealed class ExportFolderTests : IDisposable
{
    private const string Config = """{"num_hidden_layers":2,"num_attention_heads":9,"num_key_value_heads":3,"hidden_size":576,"vocab_size":512,"max_position_embeddings":2048}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_several_graphs_the_one_for_the_device_is_taken()
    {
        Write("onnx/model.onnx", OnnxFile.LanguageModel(["GroupQueryAttention"]));
        Write("onnx/model_q4.onnx", OnnxFile.LanguageModel(["GroupQueryAttention", "MatMulNBits"]));
        Write("onnx/model_q4f16.onnx", OnnxFile.LanguageModel(["GroupQueryAttention", "MatMulNBits"], OnnxFile.Half));

        var folder = ModelFolder.Read(Described());

        Assert.Equal(("onnx/model_q4.onnx", "onnx/model_q4f16.onnx"), (folder.GraphFile, folder.CudaGraphFile));
        Assert.Equal((2, 3, 64, 512, 2048), (folder.Layers, folder.KeyValueHeads, folder.HeadSize, folder.Vocabulary, folder.Context));
        Assert.Equal("onnx/model.onnx", ModelFolder.Read(_folder, "onnx/model.onnx").GraphFile);
    }

    [Fact]
    public void A_folder_whose_graphs_cannot_be_driven_is_refused_by_what_they_are()
    {
        Write("model.onnx", OnnxFile.LanguageModel(["MatMul"], present: "past_sequence_length + sequence_length"));

        var outcome = ModelLoading.Load(new InferenceOptions { Model = Described(), Device = DeviceChoice.Cpu }, Stop);

        Assert.Null(outcome.Model);
        Assert.StartsWith("the graph model.onnx cannot be used: it is an export by optimum", outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_any_graph_says_which_names_are_looked_for() =>
        Assert.Contains("onnx/model.onnx", Assert.Throws<ModelException>(() => ModelFolder.Read(Described())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_graph_that_wants_places_and_counts_of_logits_gets_them_for_rows_of_any_length()
    {
        Export();
        var options = new InferenceOptions { Slots = 2, MaxTokens = 128 };
        var builtIn = ModelFolder.Read(ModelLoading.BuiltIn);
        var ids = Reference.All[0].Ids;
        using var plain = DeviceSelection.OnCpu(builtIn, options, builtIn.GraphFile, ids[..8]);
        var folder = ModelFolder.Read(_folder);
        using var export = DeviceSelection.OnCpu(folder, options, folder.GraphFile, ids[..8]);
        using var run = new RunOptions();

        // Two rows of 20 and 9 tokens, then a step of both.
        foreach (var (row, count) in ((int, int)[])[(0, 20), (1, 9)])
            AssertShifted(plain.Prefill(row, 0, ids[..count], run), export.Prefill(row, 0, ids[..count], run), count - 1);
        plain.Decode([ids[20], ids[9]], [20, 9], run);
        export.Decode([ids[20], ids[9]], [20, 9], run);

        AssertShifted(plain.Logits(0), export.Logits(0), 20);
        AssertShifted(plain.Logits(1), export.Logits(1), 9);
    }

    [Fact]
    public async Task A_model_as_transformers_js_exports_it_writes_what_the_same_weights_write_elsewhere()
    {
        Export();
        var outcome = ModelLoading.Load(new InferenceOptions { Model = _folder, Device = DeviceChoice.Cpu, Slots = 2, GiveWay = false }, Stop);
        Assert.Null(outcome.Problem);
        using var model = outcome.Model!;

        var drafts = await model.WriteAsync([.. Reference.All.Select(r => r.Passage)], 1, Stop).ToListAsync(Stop);

        Assert.All(drafts, d => Assert.Equal(Reference.All[d.Prompt].GreedyText, d.Text));
        Assert.Equal(Reference.All.Count, drafts.Count);
    }

    [Fact]
    public async Task A_folder_of_other_weights_answers_by_its_own_template()
    {
        Export();
        // Weights followed by a byte nobody reads are other weights by their hash and the same by what they say.
        await using (var weights = new FileStream(Path.Combine(_folder, "onnx", "weights.bin"), FileMode.Append))
            weights.WriteByte(0);
        var outcome = ModelLoading.Load("other", new InferenceOptions { Model = _folder, Device = DeviceChoice.Cpu, Slots = 2, GiveWay = false }, _ => { }, Stop);
        Assert.Null(outcome.Problem);
        using var model = outcome.Chat!;

        var answer = await model.Client.GetResponseAsync($"Summarize in one sentence.\n\n{Reference.All[1].Passage}", cancellationToken: Stop);

        Assert.Equal(("other", "cpu"), (model.Name, model.Device));
        Assert.Contains("remote", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.Equal(model.Speed.Tokens, answer.Usage!.OutputTokenCount);
    }

    /// <summary>Each logit is the other's plus the token's place, which changes no choice.</summary>
    private static void AssertShifted(ReadOnlySpan<float> plain, ReadOnlySpan<float> shifted, int place)
    {
        for (var k = 0; k < plain.Length; k += 97)
            Assert.Equal(plain[k] + place, shifted[k], 1e-3f);
    }

    private string Described()
    {
        Write("config.json", System.Text.Encoding.UTF8.GetBytes(Config));
        File.Copy(Path.Combine(ModelLoading.BuiltIn, "tokenizer.json"), Path.Combine(_folder, "tokenizer.json"));
        return _folder;
    }

    private void Export()
    {
        Described();
        foreach (var name in (string[])["chat_template.jinja", "tokenizer_config.json"])
            File.Copy(Path.Combine(ModelLoading.BuiltIn, name), Path.Combine(_folder, name));
        var built = File.ReadAllBytes(Path.Combine(ModelLoading.BuiltIn, "model.onnx"));
        Write("onnx/model_q4.onnx", OnnxFile.Changed(
            built,
            (field, content) => field == 1 ? OnnxFile.WithOutputRenamed(content, "logits", "all_logits") : content,
            (11, OnnxFile.Value("position_ids", OnnxFile.Int64, "batch", "sequence")),
            (11, OnnxFile.Value("num_logits_to_keep", OnnxFile.Int64)),
            (5, OnnxFile.Constant("axis_1", 1)), (5, OnnxFile.Constant("axis_0", 0)), (5, OnnxFile.Constant("axis_last", -1)), (5, OnnxFile.Constant("the_end", long.MaxValue)),
            (1, OnnxFile.Node("Neg", ["num_logits_to_keep"], ["from_scalar"])),
            (1, OnnxFile.Node("Unsqueeze", ["from_scalar", "axis_0"], ["from"])),
            (1, OnnxFile.Node("Cast", ["position_ids"], ["places"], OnnxFile.Attribute("to", OnnxFile.Float))),
            (1, OnnxFile.Node("Unsqueeze", ["places", "axis_last"], ["places_wide"])),
            (1, OnnxFile.Node("Add", ["all_logits", "places_wide"], ["shifted"])),
            (1, OnnxFile.Node("Slice", ["shifted", "from", "the_end", "axis_1"], ["logits"]))));
        File.Copy(Path.Combine(ModelLoading.BuiltIn, "weights.bin"), Path.Combine(_folder, "onnx", "weights.bin"));
    }

    private void Write(string name, byte[] content)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
