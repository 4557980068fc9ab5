using CollabSummaries.Summarization.Inference.Devices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>
/// Keys and values of all slots, one tensor [rows, heads, tokens, size] a layer and kind, taken once on the device the graph runs on. ONNX Runtime sees rows of it through
/// aliases: the same memory bound as past and as present makes GroupQueryAttention append in place.
/// </summary>
internal sealed class KeyValueRows
{
    private readonly ITensorMemory _memory;
    private readonly int _rows, _heads, _tokens, _size, _element;
    private readonly nint[] _tensors;

    /// <param name="half">Elements of 16 bits, else of 32.</param>
    public KeyValueRows(ITensorMemory memory, int layers, int rows, int heads, int tokens, int size, bool half)
    {
        (_memory, _rows, _heads, _tokens, _size, _element) = (memory, rows, heads, tokens, size, half ? 2 : 4);
        _tensors = [.. Enumerable.Range(0, 2 * layers).Select(_ => memory.Take(rows * RowBytes))];
    }

    public long Bytes => _tensors.Length * _rows * RowBytes;

    private long RowBytes => (long)_heads * _tokens * _size * _element;

    /// <summary>Rows first … first + count − 1 of tensor (2 · layer for keys, 2 · layer + 1 for values) as a value over the same memory.</summary>
    public OrtValue Alias(int tensor, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, _rows);
        var type = _element == 2 ? TensorElementType.Float16 : TensorElementType.Float;
        return OrtValue.CreateTensorValueWithData(_memory.Kind, type, [count, _heads, _tokens, _size], At(tensor, first), count * RowBytes);
    }

    /// <summary>Copies what the first tokens of a row left behind into another row.</summary>
    public void Copy(int from, int to, int tokens)
    {
        if (from != to)
            _memory.Copy(Enumerable.Range(0, _tensors.Length).Select(t => (At(t, from), At(t, to))), (long)tokens * _size * _element, (long)_tokens * _size * _element, _heads);
    }

    private nint At(int tensor, int row) => _tensors[tensor] + (nint)(row * RowBytes);
}
