using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Summarization.Tests.Inference;

public sealed class ModelLoadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("model").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Assert.Contains("does not exist", Problem(Path.Combine(_folder, "none")), StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_model_says_which_file_is_missing() => Assert.Contains("has no genai_config.json", Problem(_folder), StringComparison.Ordinal);

    [Theory]
    [InlineData("genai_config.json", "not json", "genai_config.json")]
    [InlineData("genai_config.json", "{\"model\":{}}", "genai_config.json")]
    [InlineData("tokenizer.json", "{}", "tokenizer.json")]
    [InlineData("model.onnx", "no graph", "is no ONNX graph")]
    public void A_broken_file_leaves_no_model_and_a_sentence(string file, string content, string says)
    {
        foreach (var name in (string[])["genai_config.json", "tokenizer.json", "model.onnx"])
            File.Copy(Path.Combine(ModelLoading.BuiltIn, name), Path.Combine(_folder, name));
        File.WriteAllText(Path.Combine(_folder, file), content);

        Assert.Contains(says, Problem(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_without_its_weights_leaves_no_model_and_a_sentence()
    {
        foreach (var name in (string[])["genai_config.json", "tokenizer.json", "model.onnx"])
            File.Copy(Path.Combine(ModelLoading.BuiltIn, name), Path.Combine(_folder, name));

        Assert.Contains("weights.bin", Problem(_folder), StringComparison.Ordinal);
    }

    private static string Problem(string folder)
    {
        var outcome = ModelLoading.Load(new InferenceOptions { Model = folder, Device = DeviceChoice.Cpu }, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Model);
        return outcome.Problem!;
    }
}
