using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Settings;

namespace CollabSummaries.Summarization.Tests.Inference.Settings;

public sealed class ModelListTests
{
    private static readonly string s_folder = AppContext.BaseDirectory;

    [Fact]
    public void Without_any_settings_there_is_the_built_in_model()
    {
        var models = Read();

        var only = Assert.Single(models.Models);
        Assert.Equal((ModelList.BuiltIn, ModelList.BuiltIn), (only.Name, models.Default));
        Assert.Equal((null, DeviceChoice.Auto, 8, 256), (only.Local!.Model, only.Local.Device, only.Local.Slots, only.Local.MaxTokens));
    }

    [Fact]
    public void Models_of_both_sorts_are_read_with_what_is_set_for_all_and_what_for_one()
    {
        var models = Read(
            ("Device", "CPU"), ("Model", "Big"), ("Slots", "4"), ("GpuMemoryLimit", "4096"), ("GiveWay", "false"), ("Models", null), ("Models:big", null),
            ("Models:big:Folder", s_folder), ("Models:big:MaxTokens", "2048"),
            ("Models:gpu machine:Endpoint", "http://gpu:8000/v1"), ("Models:gpu machine:Model", "qwen3-8b"), ("Models:gpu machine:ApiKeyVariable", "GPU_KEY"),
            ("Models:gpu machine:Timeout", "30"), ("Models:gpu machine:Parallel", "2"));

        Assert.Equal("big", models.Default);
        var big = models.Find("BIG")!.Local!;
        Assert.Equal((Path.GetFullPath(s_folder), DeviceChoice.Cpu, 4, 2048, 4096, false), (big.Model, big.Device, big.Slots, big.MaxTokens, big.GpuMemoryLimit, big.GiveWay));
        var gpu = models.Find("gpu machine")!.Remote!;
        Assert.Equal((new Uri("http://gpu:8000/v1"), "qwen3-8b", "GPU_KEY", 30, 2, 3), (gpu.Endpoint!, gpu.Model, gpu.ApiKeyVariable, gpu.Timeout, gpu.Parallel, gpu.Retries));
    }

    [Theory]
    [InlineData("Device", "gpu", "Inference:Device is \"gpu\"; write auto or cpu or cuda")]
    [InlineData("Device", "7", "Inference:Device is \"7\"")]
    [InlineData("Slots", "0", "Inference:Slots is \"0\"; write a whole number from 1 to 64")]
    [InlineData("Slots", "many", "Inference:Slots is \"many\"")]
    [InlineData("MaxTokens", "9999999999", "Inference:MaxTokens is \"9999999999\"; write a whole number from 128 to 131072")]
    [InlineData("GiveWay", "yes", "Inference:GiveWay is \"yes\"; write true or false")]
    [InlineData("Slts", "4", "Inference:Slts is no setting; known here are Device, Model, Models, Threads, Slots")]
    [InlineData("Slots:many", "4", "Inference:Slots takes one value")]
    [InlineData("Model", "big", "Inference:Model is \"big\", which is no model under Inference:Models; known are talk-bullets")]
    [InlineData("NativeLibraries", "/nowhere", "Inference:NativeLibraries names the folder \"/nowhere\", which does not exist")]
    [InlineData("Models:big", "/models/big", "Inference:Models:big takes a group of values")]
    [InlineData("Models:big:Folder", "/nowhere/big", "Inference:Models:big:Folder \"/nowhere/big\" does not exist; write the folder that holds")]
    [InlineData("Models:big:Slots", "3", "Inference:Models:big has neither Folder nor Endpoint")]
    [InlineData("Models:big:Fodler", "x", "Inference:Models:big:Fodler is no setting; known here are Folder")]
    [InlineData("Models:big:Endpoint", "gpu-machine", "Inference:Models:big:Endpoint is \"gpu-machine\"; write an address such as http://gpu-machine:8000/v1")]
    [InlineData("Models:big:Endpoint", "http://h/v1", "Inference:Models:big: The Model field is required")]
    [InlineData("Models:big:Timeout", "0", "Inference:Models:big:Timeout is \"0\"; write a whole number from 1 to 3600")]
    [InlineData("Models:quotes:Folder", ".", "the name \"quotes\" is taken")]
    [InlineData("Models:talk-bullets:Folder", ".", "the name \"talk-bullets\" is taken")]
    [InlineData("Models:a\nb:Folder", ".", "a model's name has 1 to 60 letters")]
    public void A_mistake_is_said_with_its_place_and_what_to_do(string name, string value, string says) => Assert.Contains(Problems((name, value)), p => p.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Two_models_of_one_name_are_seen_when_they_became_one()
    {
        var problems = Problems(("Models:big:Folder", s_folder), ("Models:Big:Endpoint", "http://h/v1"), ("Models:Big:Model", "m"));

        Assert.Contains("give them two names", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_comes_from_the_environment_and_is_never_repeated()
    {
        (string, string?)[] server = [("Models:gpu:Endpoint", "https://h/v1"), ("Models:gpu:Model", "m")];

        var unset = Problems([.. server, ("Models:gpu:ApiKeyVariable", "NO_SUCH_KEY")]);
        var pasted = Problems([.. server, ("Models:gpu:ApiKeyVariable", "sk-proj-abc123")]);

        Assert.Equal("Inference:Models:gpu:ApiKeyVariable names NO_SUCH_KEY, which is not set where this program runs; set it to the key, or leave the line out if that server wants none", Assert.Single(unset));
        Assert.Contains("keys themselves never stand in settings", Assert.Single(pasted), StringComparison.Ordinal);
        Assert.DoesNotContain("abc123", pasted[0], StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_said_at_once()
    {
        var failure = Assert.Throws<SettingsException>(() => Read(("Slots", "0"), ("Device", "tpu"), ("Models:big:Folder", "/nowhere")));

        Assert.Equal(3, failure.Problems.Count);
        Assert.Equal(1 + 3, failure.Message.Split('\n').Length);
    }

    private static IReadOnlyList<string> Problems(params (string Name, string? Value)[] settings) => Assert.Throws<SettingsException>(() => Read(settings)).Problems;

    private static ModelList Read(params (string Name, string? Value)[] settings) =>
        ModelList.Read(settings.Select(s => KeyValuePair.Create(s.Name, s.Value)), name => name == "GPU_KEY" ? "secret" : null);
}
