using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>
/// Keys and values of all slots, one tensor [rows, heads, tokens, size] a layer and kind, taken once. ONNX Runtime sees rows of it through aliases:
/// the same memory bound as past and as present makes GroupQueryAttention append in place.
/// </summary>
internal sealed unsafe class KeyValueRows : IDisposable
{
    private readonly int _tensors, _rows, _heads, _tokens, _size;
    private readonly float* _memory;

    public KeyValueRows(int layers, int rows, int heads, int tokens, int size)
    {
        (_tensors, _rows, _heads, _tokens, _size) = (2 * layers, rows, heads, tokens, size);
        Bytes = BytesFor(layers, rows, heads, tokens, size);
        _memory = (float*)NativeMemory.AllocZeroed((nuint)Bytes);
    }

    public long Bytes { get; }

    private long RowFloats => (long)_heads * _tokens * _size;

    /// <summary>Bytes that so many rows take; said before they are taken.</summary>
    public static long BytesFor(int layers, int rows, int heads, int tokens, int size) => 2L * layers * rows * heads * tokens * size * sizeof(float);

    /// <summary>Rows first … first + count − 1 of tensor (2 · layer for keys, 2 · layer + 1 for values) as a value over the same memory.</summary>
    public OrtValue Alias(int tensor, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, _rows);
        return OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, TensorElementType.Float, [count, _heads, _tokens, _size], (nint)At(tensor, first), count * RowFloats * sizeof(float));
    }

    /// <summary>Copies what the first tokens of a row left behind into another row.</summary>
    public void Copy(int from, int to, int tokens)
    {
        if (from == to)
            return;
        var bytes = (long)tokens * _size * sizeof(float);
        for (var tensor = 0; tensor < _tensors; tensor++)
        {
            float* source = At(tensor, from), target = At(tensor, to);
            for (var head = 0; head < _heads; head++, source += _tokens * _size, target += _tokens * _size)
                Buffer.MemoryCopy(source, target, bytes, bytes);
        }
    }

    public void Dispose() => NativeMemory.Free(_memory);

    private float* At(int tensor, int row) => _memory + (((long)tensor * _rows) + row) * RowFloats;
}
