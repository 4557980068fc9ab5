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
        // A step has hundreds of small pieces of work; threads that sleep between them make one row half as fast again. So they spin, but never past the run that needs them,
        // and where compute gives way (a nice value) the web server takes the core from a thread that spins as from one that works.
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "1");
        session.AddSessionConfigEntry("session.force_spinning_stop", "1");
        return session;
    }
}
