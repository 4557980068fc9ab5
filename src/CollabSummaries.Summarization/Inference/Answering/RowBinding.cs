using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>Inputs and outputs of a run bound to memory that stays where it is: nothing is bound again from step to step.</summary>
internal sealed class RowBinding : IDisposable
{
    private readonly List<OrtValue> _values = [];

    /// <summary>One token for each of the first rows; ids, mask and logits are the pinned arrays of all rows.</summary>
    public RowBinding(InferenceSession session, ModelFolder folder, KeyValueRows memory, int rows, int maxTokens, long[] ids, long[] mask, float[] logits)
        : this(session, folder, memory, first: 0, rows, Tensor(ids, rows, 1), Tensor(mask, rows, maxTokens), Tensor(logits, rows, 1, folder.Vocabulary))
    {
    }

    /// <summary>A piece of a prompt for one row.</summary>
    public RowBinding(InferenceSession session, ModelFolder folder, KeyValueRows memory, int row, long[] ids, long[] mask, float[] logits)
        : this(session, folder, memory, row, rows: 1, Tensor(ids, 1, ids.Length), Tensor(mask, 1, mask.Length), Tensor(logits, 1, ids.Length, folder.Vocabulary))
    {
    }

    private RowBinding(InferenceSession session, ModelFolder folder, KeyValueRows memory, int first, int rows, OrtValue ids, OrtValue mask, OrtValue logits)
    {
        _values.AddRange([ids, mask, logits]);
        Binding = session.CreateIoBinding();
        Binding.BindInput(folder.InputIds, ids);
        Binding.BindInput(folder.AttentionMask, mask);
        Binding.BindOutput(folder.Logits, logits);
        for (var layer = 0; layer < folder.Layers; layer++)
        {
            Share(layer, folder.PastKey, folder.PresentKey, memory.Alias(2 * layer, first, rows));
            Share(layer, folder.PastValue, folder.PresentValue, memory.Alias((2 * layer) + 1, first, rows));
        }
    }

    public OrtIoBinding Binding { get; }

    public void Dispose()
    {
        Binding.Dispose();
        foreach (var value in _values)
            value.Dispose();
    }

    private static OrtValue Tensor<T>(T[] memory, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var side in shape)
            count *= side;
        return OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, memory.AsMemory(0, checked((int)count)), shape.ToArray());
    }

    private void Share(int layer, string past, string present, OrtValue value)
    {
        _values.Add(value);
        var number = layer.ToString(CultureInfo.InvariantCulture);
        Binding.BindInput(past.Replace("%d", number, StringComparison.Ordinal), value);
        Binding.BindOutput(present.Replace("%d", number, StringComparison.Ordinal), value);
    }
}
