using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>ONNX Runtime's CUDA provider, where this build or the folder of native libraries brings it.</summary>
internal static class CudaProvider
{
    private const string Name = "CUDAExecutionProvider", Registration = "collab-summaries-cuda";
    private static readonly Lock s_registering = new();
    private static bool s_registered;

    /// <summary>Puts the provider before the CPU in a session's options. Options ONNX Runtime does not know end the process, so the list is fixed.</summary>
    /// <param name="libraries">Without problem.</param>
    /// <returns>Why it cannot be used, as the second half of a sentence; null when it was appended.</returns>
    public static string? Append(SessionOptions session, GpuLibraries libraries, int memoryLimitMib)
    {
        var options = new Dictionary<string, string> { ["device_id"] = "0", ["arena_extend_strategy"] = "kSameAsRequested" };
        if (memoryLimitMib > 0)
            options["gpu_mem_limit"] = ((long)memoryLimitMib << 20).ToString(CultureInfo.InvariantCulture);
        session.AddSessionConfigEntry("session.use_device_allocator_for_initializers", "1");
        try
        {
            return libraries.Provider is { } provider ? AppendRegistered(session, provider, options) : AppendBuiltIn(session, options);
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

    private static string? AppendBuiltIn(SessionOptions session, Dictionary<string, string> options)
    {
        using var cuda = new OrtCUDAProviderOptions();
        cuda.UpdateOptions(options);
        session.AppendExecutionProvider_CUDA(cuda);
        return null;
    }

    private static string? AppendRegistered(SessionOptions session, string provider, Dictionary<string, string> options)
    {
        var environment = OrtEnv.Instance();
        lock (s_registering)
        {
            if (!s_registered)
                environment.RegisterExecutionProviderLibrary(Registration, provider);
            s_registered = true;
        }

        var devices = environment.GetEpDevices().Where(d => d.EpName == Name).Take(1).ToList();
        if (devices.Count == 0)
            return "no card that CUDA can use was found";
        session.AppendExecutionProvider(environment, devices, options);
        return null;
    }

    private static string Library(string message)
    {
        var text = message[..message.IndexOf(": cannot open", StringComparison.Ordinal)];
        return text[(text.LastIndexOf(' ') + 1)..];
    }
}
