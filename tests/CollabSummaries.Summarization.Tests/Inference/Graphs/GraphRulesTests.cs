using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Graphs;

namespace CollabSummaries.Summarization.Tests.Inference.Graphs;

public sealed class GraphRulesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graph");

    /// <summary>Graphs that are refused, with what the sentence calls them.</summary>
    public static TheoryData<string, byte[]> Refused => new()
    {
        { "a paged export", OnnxFile.LanguageModel(["PagedAttention"], furtherInputs: [OnnxFile.Value("block_table", OnnxFile.Int64, "batch", "blocks")]) },
        { "a paged export", OnnxFile.Model([OnnxFile.Value("input_ids", OnnxFile.Int64, "tokens")], [OnnxFile.Value("logits", OnnxFile.Float, "tokens", "9")], []) },
        { "one half of an encoder-decoder model", OnnxFile.LanguageModel(["MatMul"], furtherInputs: [OnnxFile.Value("encoder_hidden_states", OnnxFile.Float, "batch", "s", "8")]) },
        { "a merged export by optimum", OnnxFile.LanguageModel(["If"], furtherInputs: [OnnxFile.Value("use_cache_branch", 9, "1")]) },
        { "an export by optimum", OnnxFile.LanguageModel(["MatMul", "Softmax"], present: "past_sequence_length + sequence_length") },
        { "its attention is not GroupQueryAttention", OnnxFile.LanguageModel(["MultiHeadAttention"]) },
        { "exported without a cache", OnnxFile.Model([OnnxFile.Value("input_ids", OnnxFile.Int64, "b", "s")], [OnnxFile.Value("logits", OnnxFile.Float, "b", "s", "9")], []) },
        { "takes input_ids and gives last_hidden_state", OnnxFile.Model([OnnxFile.Value("input_ids", OnnxFile.Int64, "b", "s")], [OnnxFile.Value("last_hidden_state", OnnxFile.Float, "b", "s", "9")], []) },
        { "wants the input past_conv.0", OnnxFile.LanguageModel(["GroupQueryAttention"], furtherInputs: [OnnxFile.Value("past_conv.0", OnnxFile.Float, "b", "s")]) },
        { "neither 32-bit nor 16-bit", OnnxFile.LanguageModel(["GroupQueryAttention"], OnnxFile.Int8) },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_graph_that_cannot_be_driven_is_told_what_it_is_and_what_to_do(string what, byte[] model)
    {
        var refusal = GraphRules.Refusal(Read(model), "model.onnx");

        Assert.Contains(what, refusal, StringComparison.Ordinal);
        Assert.Contains("onnxruntime-genai builder", refusal, StringComparison.Ordinal);
        Assert.Contains("Inference:Models", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphs_of_the_builder_and_of_transformers_js_with_group_query_attention_are_taken()
    {
        byte[][] further = [OnnxFile.Value("position_ids", OnnxFile.Int64, "batch", "sequence"), OnnxFile.Value("num_logits_to_keep", OnnxFile.Int64)];

        Assert.Null(GraphRules.Refusal(Read(OnnxFile.LanguageModel(["MatMulNBits", "GroupQueryAttention"])), "model.onnx"));
        Assert.Null(GraphRules.Refusal(Read(OnnxFile.LanguageModel(["MatMulNBits", "GroupQueryAttention"], OnnxFile.Half, furtherInputs: further)), "model.onnx"));
        Assert.Null(GraphRules.Refusal(GraphHeader.Read(Path.Combine(ModelLoading.BuiltIn, "model.onnx")), "model.onnx"));
    }

    [Fact]
    public void The_built_in_graph_says_its_inputs_with_types_and_sizes()
    {
        var header = GraphHeader.Read(Path.Combine(ModelLoading.BuiltIn, "model.onnx"));
        var card = GraphHeader.Read(Path.Combine(ModelLoading.BuiltIn, "model_cuda.onnx"));

        Assert.Equal(2 + (2 * 30), header.Inputs.Count);
        var key = header.Input("past_key_values.29.key")!;
        Assert.Equal((ElementType.Float, 3, 64), (key.Type, key.Size(1), key.Size(3)));
        Assert.Equal(ElementType.Half, card.Input("past_key_values.0.key")!.Type);
        Assert.Contains("GroupQueryAttention", header.Operators);
    }

    [Fact]
    public void A_file_that_is_no_graph_or_ends_early_is_called_so()
    {
        var whole = File.ReadAllBytes(Path.Combine(ModelLoading.BuiltIn, "model.onnx"));
        foreach (var bytes in (byte[][])[[], "{}"u8.ToArray(), "<html>"u8.ToArray(), [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], whole[..1000], whole[..(whole.Length - 7)]])
            Assert.Contains("is no ONNX graph", Assert.Throws<ModelException>(() => Read(bytes)).Message, StringComparison.Ordinal);
    }

    private GraphHeader Read(byte[] model)
    {
        var file = Path.Combine(_folder.FullName, "model.onnx");
        File.WriteAllBytes(file, model);
        return GraphHeader.Read(file);
    }
}
