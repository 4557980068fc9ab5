using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>
/// The few calls of NVIDIA's own libraries that ONNX Runtime has no word for: a card's name, and copies within its memory. The runtime library is the one the provider has
/// loaded; the driver's stands on every machine with a card.
/// </summary>
internal static partial class CudaRuntime
{
    private const string Runtime = "cudart", Driver = "cuda";
    private const int DeviceToDevice = 3, NameBytes = 256;

    private static readonly string[] s_runtimes = OperatingSystem.IsWindows() ? ["cudart64_13.dll", "cudart64_12.dll"] : ["libcudart.so.13", "libcudart.so.12"];
    private static readonly string[] s_drivers = OperatingSystem.IsWindows() ? ["nvcuda.dll"] : ["libcuda.so.1"];

    static CudaRuntime() => NativeLibrary.SetDllImportResolver(typeof(CudaRuntime).Assembly, Resolve);

    /// <summary>The first card's name, or why there is none, as the second half of a sentence.</summary>
    public static (string? Name, string? WhyNot) FindCard()
    {
        if (!s_drivers.Any(name => NativeLibrary.TryLoad(name, out _)))
            return (null, "this machine has no NVIDIA driver");
        if (!s_runtimes.Any(name => NativeLibrary.TryLoad(name, out _)))
            return (null, $"a library of CUDA is missing: {s_runtimes[0]}");
        var name = new byte[NameBytes];
        if (Init(0) != 0 || CountDevices(out var count) != 0 || count == 0 || GetDevice(out var device, 0) != 0 || GetName(name, NameBytes, device) != 0)
            return (null, "no card that CUDA can use was found");
        return (Encoding.UTF8.GetString(name.AsSpan(0, name.AsSpan().IndexOf((byte)0))), null);
    }

    public static void Clear(nint place, long bytes)
    {
        Check(Memset(place, 0, (nuint)bytes));
        Wait();
    }

    /// <summary>Begins to copy the first bytes of lines that lie a stride apart.</summary>
    public static void Copy(nint from, nint to, long bytes, long stride, int lines) =>
        Check(Memcpy2D(to, (nuint)stride, from, (nuint)stride, (nuint)bytes, (nuint)lines, DeviceToDevice));

    /// <summary>Returns when everything begun is done; the session's own stream does not wait for ours.</summary>
    public static void Wait() => Check(Synchronize());

    private static void Check(int code)
    {
        if (code != 0)
            throw new ModelException($"the card refused to copy (CUDA error {code})");
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var candidate in name switch { Runtime => s_runtimes, Driver => s_drivers, _ => [] })
        {
            if (NativeLibrary.TryLoad(candidate, out var library))
                return library;
        }

        return 0;
    }

    [LibraryImport(Driver, EntryPoint = "cuInit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Init(uint flags);

    [LibraryImport(Driver, EntryPoint = "cuDeviceGetCount")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CountDevices(out int count);

    [LibraryImport(Driver, EntryPoint = "cuDeviceGet")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetDevice(out int device, int number);

    [LibraryImport(Driver, EntryPoint = "cuDeviceGetName")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetName([Out] byte[] name, int length, int device);

    [LibraryImport(Runtime, EntryPoint = "cudaMemset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Memset(nint place, int value, nuint bytes);

    [LibraryImport(Runtime, EntryPoint = "cudaMemcpy2D")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Memcpy2D(nint to, nuint toStride, nint from, nuint fromStride, nuint width, nuint lines, int kind);

    [LibraryImport(Runtime, EntryPoint = "cudaDeviceSynchronize")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize();
}
