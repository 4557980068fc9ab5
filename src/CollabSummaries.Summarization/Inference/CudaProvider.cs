using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference;

/// <summary>ONNX Runtime's CUDA provider, where this build and machine have it.</summary>
internal static class CudaProvider
{
    /// <summary>Why no card can be used, as the second half of a sentence; null when one can.</summary>
    public static string? WhyNot()
    {
        try
        {
            using var session = new SessionOptions();
            using var cuda = new OrtCUDAProviderOptions();
            session.AppendExecutionProvider_CUDA(cuda);
            return null;
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            return Reason(e.Message);
        }
    }

    /// <summary>ONNX Runtime's texts name source files and codes; what is left is what a person can act on.</summary>
    internal static string Reason(string message) => message switch
    {
        _ when message.Contains("not enabled in this build", StringComparison.Ordinal) => "this build has no CUDA support (build with -p:Gpu=true)",
        _ when message.Contains("cannot open shared object file", StringComparison.Ordinal) => $"a library of CUDA is missing: {Library(message)}",
        _ => $"CUDA cannot be started: {message.Split('\n')[0].Trim()}",
    };

    private static string Library(string message)
    {
        var text = message[..message.IndexOf(": cannot open", StringComparison.Ordinal)];
        return text[(text.LastIndexOf(' ') + 1)..];
    }
}
