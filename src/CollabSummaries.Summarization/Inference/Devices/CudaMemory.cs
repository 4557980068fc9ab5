using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>A card's memory, from the arena of the session that runs there, so that Inference:GpuMemoryLimit counts it.</summary>
internal sealed class CudaMemory : ITensorMemory
{
    private readonly List<OrtMemoryAllocation> _taken = [];
    private readonly OrtAllocator _allocator;

    /// <param name="session">Opened with the CUDA provider.</param>
    public CudaMemory(InferenceSession session)
    {
        Kind = new OrtMemoryInfo("Cuda", OrtAllocatorType.DeviceAllocator, 0, OrtMemType.Default);
        _allocator = new OrtAllocator(session, Kind);
    }

    public OrtMemoryInfo Kind { get; }

    public bool CopiesInputs => true;

    public nint Take(long bytes)
    {
        var taken = _allocator.Allocate(checked((uint)bytes));
        _taken.Add(taken);
        // It lives until this object gives it back, so its address may be used that long.
        var place = taken.DangerousGetHandle();
        CudaRuntime.Clear(place, bytes);
        return place;
    }

    public void Copy(IEnumerable<(nint From, nint To)> places, long bytes, long stride, int lines)
    {
        foreach (var (from, to) in places)
            CudaRuntime.Copy(from, to, bytes, stride, lines);
        CudaRuntime.Wait();
    }

    public void Dispose()
    {
        _taken.ForEach(taken => taken.Dispose());
        _taken.Clear();
        _allocator.Dispose();
        Kind.Dispose();
    }
}
