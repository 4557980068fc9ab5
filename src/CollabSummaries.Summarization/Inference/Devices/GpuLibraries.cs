using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>
/// What the folder Inference:NativeLibraries brings: a whole ONNX Runtime with CUDA, which then takes the place of this program's own, or the CUDA provider alone, which is
/// registered with it. A provider of another version than its core ends the process without a word, so versions are read from the files before anything is loaded.
/// </summary>
/// <param name="Core">A core that takes the place of this program's own; null: its own.</param>
/// <param name="Provider">A provider to register by path; null: the one the core finds beside itself.</param>
/// <param name="Problem">Why the folder is of no use, as the second half of a sentence; null when it is fine or none was named.</param>
internal sealed record GpuLibraries(string? Core, string? Provider, string? Problem)
{
    private const string Library = "onnxruntime";

    public static readonly string CoreFile = File(Library), ProviderFile = File("onnxruntime_providers_cuda");

    private static readonly Lock s_choosing = new();
    private static string? s_chosen;

    /// <summary>The version of ONNX Runtime this program was built against, such as "1.31.1".</summary>
    public static string Version { get; } =
        typeof(OrtEnv).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', '-')[0];

    /// <summary>Looks at a folder, loads nothing.</summary>
    public static GpuLibraries In(string? folder)
    {
        if (folder is null)
            return new GpuLibraries(null, null, null);
        string core = Path.Combine(folder, CoreFile), provider = Path.Combine(folder, ProviderFile);
        if (!Directory.Exists(folder))
            return Useless($"the folder '{folder}' that Inference:NativeLibraries names does not exist");
        if (!System.IO.File.Exists(provider))
            return Useless($"the folder '{folder}' that Inference:NativeLibraries names has no {ProviderFile}");
        var hasCore = System.IO.File.Exists(core);
        foreach (var file in hasCore ? (string[])[core, provider] : [provider])
        {
            if (!SaysVersion(file))
                return Useless($"'{file}' is not of version {Version} of ONNX Runtime, which this program needs");
        }

        return hasCore ? new GpuLibraries(core, null, null) : new GpuLibraries(null, provider, null);
    }

    /// <summary>Makes a core the one of this process. That can be decided once, before ONNX Runtime is used for the first time.</summary>
    /// <returns>Why not, as the second half of a sentence; null when it is.</returns>
    public string? Choose()
    {
        lock (s_choosing)
        {
            if (Core is null || Core == s_chosen)
                return null;
            if (s_chosen is not null)
                return $"this process uses '{s_chosen}' already; restart it to use '{Core}'";
            try
            {
                OrtEnv.DisableDllImportResolver = true;
                NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, Resolve);
                s_chosen = Core;
                return null;
            }
            catch (InvalidOperationException)
            {
                return "ONNX Runtime is in use already; restart the program to use the libraries of Inference:NativeLibraries";
            }
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        Path.GetFileNameWithoutExtension(name) is Library or "lib" + Library ? NativeLibrary.Load(s_chosen!) : 0;

    private static GpuLibraries Useless(string problem) => new(null, null, problem);

    private static string File(string name) => OperatingSystem.IsWindows() ? $"{name}.dll" : $"lib{name}.so";

    /// <summary>Whether the version stands in the file as a text of its own, as every library of ONNX Runtime has it.</summary>
    private static bool SaysVersion(string file)
    {
        var sought = Encoding.ASCII.GetBytes($"\0{Version}\0");
        var buffer = new byte[1 << 20];
        var kept = 0;
        using var stream = System.IO.File.OpenRead(file);
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(sought) >= 0)
                return true;
            kept = Math.Min(filled, sought.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
