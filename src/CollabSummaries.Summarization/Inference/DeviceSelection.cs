using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference;

/// <param name="Note">Why it is not the GPU; null when nobody asked for one.</param>
internal sealed record OpenedModel(InferenceSession Session, string Device, string? Note);

/// <summary>Opens a graph where it was asked to run; without a usable card on the CPU, with the reason.</summary>
internal static class DeviceSelection
{
    public static OpenedModel Open(ModelFolder folder, InferenceOptions options)
    {
        var note = options.Device == DeviceChoice.Cpu ? null : CudaProvider.WhyNot();
        using var session = ForCpu(options);
        return new OpenedModel(new InferenceSession(folder.FileOf(folder.GraphFile), session), "cpu", note is null ? null : $"on the CPU, because {note}");
    }

    private static SessionOptions ForCpu(InferenceOptions options)
    {
        var session = new SessionOptions
        {
            IntraOpNumThreads = options.Threads > 0 ? options.Threads : Math.Min(Environment.ProcessorCount, 16),
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // A waiting thread that spins takes the core from the web server.
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return session;
    }
}
