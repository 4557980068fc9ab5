using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>A graph on an NVIDIA card, from libraries to self-test; every step that fails has its sentence.</summary>
internal static class CudaDevice
{
    public static (OpenedModel? Opened, string? WhyNot) Open(ModelFolder folder, InferenceOptions options, IReadOnlyList<int> probe)
    {
        try
        {
            var libraries = GpuLibraries.In(options.NativeLibraries);
            if ((libraries.Problem ?? libraries.Choose()) is { } useless)
                return (null, useless);
            using var settings = SessionSettings.For(options);
            if (CudaProvider.Append(settings, libraries, options.GpuMemoryLimit) is { } missing)
                return (null, missing);
            var (card, none) = CudaRuntime.FindCard();
            return none is not null ? (null, none) : Open(folder, options, probe, settings, card!);
        }
        catch (Exception e) when (e is OnnxRuntimeException or DllNotFoundException or EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            return (null, CudaProvider.Reason(e.Message));
        }
        catch (ModelException e)
        {
            return (null, $"the card '{CudaRuntime.FindCard().Name}' does not compute as it must: {e.Message}");
        }
    }

    private static (OpenedModel? Opened, string? WhyNot) Open(ModelFolder folder, InferenceOptions options, IReadOnlyList<int> probe, SessionOptions settings, string card)
    {
        var session = new InferenceSession(folder.FileOf(folder.CudaGraphFile), settings);
        // Attention over 32-bit keys has no CUDA kernel: ONNX Runtime would run it on the CPU, with copies both ways.
        if (session.InputMetadata[folder.PastKeyOf(0)].ElementDataType != TensorElementType.Float16)
        {
            session.Dispose();
            return (null, $"the model has no graph for cards: {folder.CudaGraphFile} works on 32-bit numbers");
        }

        var graph = DeviceSelection.Tested(session, new CudaMemory(session), folder, options, probe);
        return (new OpenedModel(graph, $"cuda: {card}", null), null);
    }
}
