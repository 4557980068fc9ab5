using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>Memory of the device a graph runs on, taken once and given back together. Not for two threads at once.</summary>
internal interface ITensorMemory : IDisposable
{
    /// <summary>How ONNX Runtime calls it.</summary>
    OrtMemoryInfo Kind { get; }

    /// <summary>Inputs in the host's memory are copied to it when they are bound, so they must be bound anew for each run.</summary>
    bool CopiesInputs { get; }

    /// <summary>Takes so many bytes, all zero.</summary>
    nint Take(long bytes);

    /// <summary>Copies the first bytes of each of some lines that lie a stride apart, and is done when it returns.</summary>
    /// <param name="places">Addresses of the first line: from, to.</param>
    void Copy(IEnumerable<(nint From, nint To)> places, long bytes, long stride, int lines);
}
