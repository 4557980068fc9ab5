using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>The computer's own memory, for graphs on the CPU.</summary>
internal sealed unsafe class HostMemory : ITensorMemory
{
    private readonly List<nint> _taken = [];

    public OrtMemoryInfo Kind => OrtMemoryInfo.DefaultInstance;

    public bool CopiesInputs => false;

    public nint Take(long bytes)
    {
        var place = (nint)NativeMemory.AllocZeroed((nuint)bytes);
        _taken.Add(place);
        return place;
    }

    public void Copy(IEnumerable<(nint From, nint To)> places, long bytes, long stride, int lines)
    {
        foreach (var (from, to) in places)
        {
            for (var line = 0L; line < lines; line++)
                Buffer.MemoryCopy((void*)(from + (nint)(line * stride)), (void*)(to + (nint)(line * stride)), bytes, bytes);
        }
    }

    public void Dispose()
    {
        _taken.ForEach(place => NativeMemory.Free((void*)place));
        _taken.Clear();
    }
}
