using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>What sessions on every device have in common.</summary>
internal static class SessionSettings
{
    public static SessionOptions For(InferenceOptions options)
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
