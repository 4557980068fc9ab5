using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Devices;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Tests.Inference;

/// <summary>On the CPU, against a plain growing cache that shares nothing with slots.</summary>
public sealed class AnsweringTests() : AnsweringLaws(Open(), near: 1e-4f)
{
    private readonly InferenceSession _session = new(Folder.FileOf(Folder.GraphFile));

    private protected override List<float[]> Alone(int[] prompt, int[] answer) => new GrowingCache(_session, Folder).Logits(prompt, answer)[1..];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _session.Dispose();
    }

    private static CachedGraph Open() => DeviceSelection.OnCpu(Folder, new InferenceOptions { Slots = 4, MaxTokens = 160 }, Folder.GraphFile, Probe);
}

/// <summary>The graph of 16 bits that cards run, here on the CPU: keys, values and logits of two bytes, against reading each text whole.</summary>
public sealed class HalfPrecisionTests() : WholeTextLaws(Open())
{
    private static CachedGraph Open() => DeviceSelection.OnCpu(Folder, new InferenceOptions { Slots = 4, MaxTokens = 160 }, Folder.CudaGraphFile, Probe);
}

/// <summary>On a card where there is one.</summary>
public sealed class CudaTests() : WholeTextLaws(Open())
{
    [Fact]
    public async Task Greedy_candidates_on_the_card_begin_with_the_words_of_the_reference()
    {
        var stop = TestContext.Current.CancellationToken;
        using var model = ModelLoading.Load(new InferenceOptions { Device = DeviceChoice.Cuda, NativeLibraries = Libraries }, stop).Model!;

        var drafts = await model.WriteAsync([.. Reference.All.Select(r => r.Passage)], 1, stop).ToListAsync(stop);

        Assert.StartsWith("cuda: ", model.Device, StringComparison.Ordinal);
        Assert.Null(model.DeviceNote);
        Assert.All(drafts, d => Assert.Equal(Reference.All[d.Prompt].GreedyText.Split(' ')[..3], d.Text.Split(' ')[..3]));
    }

    /// <summary>Where a machine with a card keeps ONNX Runtime's GPU libraries, when this build has none.</summary>
    private static string? Libraries => Environment.GetEnvironmentVariable("COLLAB_NATIVE_LIBRARIES");

    private static CachedGraph Open()
    {
        var (opened, whyNot) = CudaDevice.Open(Folder, new InferenceOptions { Slots = 4, MaxTokens = 160, NativeLibraries = Libraries }, Probe);
        Assert.SkipWhen(opened is null, $"not run on a card, because {whyNot}");
        return opened!.Graph;
    }
}

/// <summary>Half precision differs a little from itself when it adds up in another order: the reference is the same graph reading each text whole.</summary>
public abstract class WholeTextLaws : AnsweringLaws
{
    private readonly CachedGraph _graph;

    private protected WholeTextLaws(CachedGraph graph)
        : base(graph, near: .25f) => _graph = graph;

    private protected override List<float[]> Alone(int[] prompt, int[] answer)
    {
        using var run = new RunOptions();
        return [.. Enumerable.Range(1, answer.Length).Select(k => _graph.Prefill(_graph.StagingRow, 0, [.. prompt, .. answer[..k]], run).ToArray())];
    }
}
