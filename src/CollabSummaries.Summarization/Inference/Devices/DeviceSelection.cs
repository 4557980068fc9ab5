using CollabSummaries.Summarization.Inference.Answering;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <param name="Device">"cpu" or "cuda: name of the card".</param>
/// <param name="Note">Why it is not the GPU; null when it is, or nobody asked for one.</param>
internal sealed record OpenedModel(CachedGraph Graph, string Device, string? Note);

/// <summary>Opens a graph on the card, tested there, or says why not as the second half of a sentence. Exactly one of the two is given.</summary>
internal delegate (OpenedModel? Opened, string? WhyNot) OpenCard(ModelFolder folder, InferenceOptions options, IReadOnlyList<int> probe);

/// <summary>Opens a graph where it was asked to run; without a card that proves itself on the CPU, with the reason.</summary>
internal static class DeviceSelection
{
    /// <param name="probe">Eight tokens for the self-test.</param>
    /// <exception cref="ModelException">The graph does not keep its promises on the CPU either.</exception>
    public static OpenedModel Open(ModelFolder folder, InferenceOptions options, IReadOnlyList<int> probe) => Open(folder, options, probe, CudaDevice.Open);

    internal static OpenedModel Open(ModelFolder folder, InferenceOptions options, IReadOnlyList<int> probe, OpenCard openCard)
    {
        string? why = null;
        if (options.Device != DeviceChoice.Cpu)
        {
            (var opened, why) = openCard(folder, options, probe);
            if (opened is not null)
                return opened;
        }

        return new OpenedModel(OnCpu(folder, options, folder.GraphFile, probe), "cpu", why is null ? null : $"on the CPU, because {why}");
    }

    internal static CachedGraph OnCpu(ModelFolder folder, InferenceOptions options, string graphFile, IReadOnlyList<int> probe)
    {
        using var settings = SessionSettings.For(options);
        var session = new InferenceSession(folder.FileOf(graphFile), settings);
        return Tested(session, new HostMemory(), folder, options, probe);
    }

    /// <summary>The graph with its memory, after the self-test; a session that fails it is closed.</summary>
    internal static CachedGraph Tested(InferenceSession session, ITensorMemory memory, ModelFolder folder, InferenceOptions options, IReadOnlyList<int> probe)
    {
        CachedGraph? graph = null;
        try
        {
            graph = new CachedGraph(session, folder, memory, options.Slots, Math.Min(options.MaxTokens, folder.Context));
            SelfTest.Check(graph, probe);
            return graph;
        }
        catch
        {
            if (graph is not null)
                graph.Dispose();
            else
                CachedGraph.Close(memory, session);
            throw;
        }
    }
}
