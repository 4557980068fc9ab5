using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>Where a graph leaves its logits on the host, in 32 or 16 bits as it writes them; they are read as 32.</summary>
internal sealed class LogitRows
{
    private readonly int _vocabulary;
    private readonly float[] _wide;
    private readonly Float16[]? _half;

    public LogitRows(int rows, int vocabulary, bool half)
    {
        _vocabulary = vocabulary;
        _wide = GC.AllocateUninitializedArray<float>(half ? vocabulary : rows * vocabulary, pinned: true);
        _half = half ? GC.AllocateUninitializedArray<Float16>(rows * vocabulary, pinned: true) : null;
    }

    /// <summary>The first rows as a value a run can write to.</summary>
    public OrtValue Tensor(int rows, params ReadOnlySpan<long> shape) => _half is null
        ? OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _wide.AsMemory(0, rows * _vocabulary), shape.ToArray())
        : OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _half.AsMemory(0, rows * _vocabulary), shape.ToArray());

    /// <summary>A row; of 16 bits it is valid until the next one is read.</summary>
    public Span<float> Row(int row)
    {
        if (_half is null)
            return _wide.AsSpan(row * _vocabulary, _vocabulary);
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<Float16, Half>(_half.AsSpan(row * _vocabulary, _vocabulary)), _wide);
        return _wide;
    }
}
