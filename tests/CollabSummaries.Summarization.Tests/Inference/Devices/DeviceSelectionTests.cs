using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Devices;

namespace CollabSummaries.Summarization.Tests.Inference.Devices;

public sealed class DeviceSelectionTests
{
    private static readonly ModelFolder s_folder = ModelFolder.Read(ModelLoading.BuiltIn);
    private static readonly int[] s_probe = Reference.All[0].Ids[..8];

    [Fact]
    public void Without_a_card_the_CPU_computes_and_the_reason_is_said()
    {
        var opened = DeviceSelection.Open(s_folder, Options(DeviceChoice.Cuda), s_probe, (_, _, _) => (null, "a library of CUDA is missing: libcublasLt.so.13"));

        using var graph = opened.Graph;
        Assert.Equal(("cpu", "on the CPU, because a library of CUDA is missing: libcublasLt.so.13"), (opened.Device, opened.Note));
    }

    [Fact]
    public void Whoever_asks_for_the_CPU_gets_it_without_a_look_at_cards()
    {
        var opened = DeviceSelection.Open(s_folder, Options(DeviceChoice.Cpu), s_probe, (_, _, _) => throw new InvalidOperationException("nobody asked"));

        using var graph = opened.Graph;
        Assert.Equal(("cpu", null), (opened.Device, opened.Note));
    }

    [Theory]
    [InlineData(DeviceChoice.Auto)]
    [InlineData(DeviceChoice.Cuda)]
    public void A_card_that_proved_itself_is_taken_with_the_graph_made_for_cards(DeviceChoice device)
    {
        var opened = DeviceSelection.Open(s_folder, Options(device), s_probe, (folder, options, probe) =>
            (new OpenedModel(DeviceSelection.OnCpu(folder, options, folder.CudaGraphFile, probe), "cuda: a card", null), null));

        using var graph = opened.Graph;
        Assert.Equal(("cuda: a card", null), (opened.Device, opened.Note));
        Assert.Equal("model_cuda.onnx", s_folder.CudaGraphFile);
        // Two bytes an element instead of four.
        Assert.Equal(2L * 30 * 3 * 3 * 128 * 64 * 2, graph.CacheBytes);
    }

    [Fact]
    public void This_build_says_itself_why_it_uses_no_card()
    {
        var (opened, whyNot) = CudaDevice.Open(s_folder, Options(DeviceChoice.Cuda), s_probe);
        opened?.Graph.Dispose();
        Assert.SkipWhen(opened is not null, "this machine has a card");

        Assert.Matches("^(?:this build has no CUDA support|a library of CUDA is missing|this machine has no NVIDIA driver|no card)", whyNot);
    }

    [Fact]
    public void Libraries_that_cannot_be_used_are_the_reason()
    {
        var (opened, whyNot) = CudaDevice.Open(s_folder, new InferenceOptions { NativeLibraries = "/nowhere" }, s_probe);

        Assert.Null(opened);
        Assert.Equal("the folder '/nowhere' that Inference:NativeLibraries names does not exist", whyNot);
    }

    [Theory]
    [InlineData("[ErrorCode:Fail] CUDA execution provider is not enabled in this build.", "this build has no CUDA support (build with -p:Gpu=true)")]
    [InlineData("Failed to load library /app/libonnxruntime_providers_cuda.so with error: libcublasLt.so.13: cannot open shared object file: No such file", "a library of CUDA is missing: libcublasLt.so.13")]
    [InlineData("CUDA failure 35: driver version is insufficient\nat line 1", "CUDA cannot be started: CUDA failure 35: driver version is insufficient")]
    public void Why_there_is_no_card_is_said_so_that_one_can_act(string text, string reason) => Assert.Equal(reason, CudaProvider.Reason(text));

    private static InferenceOptions Options(DeviceChoice device) => new() { Device = device, Slots = 2, MaxTokens = 128 };
}
