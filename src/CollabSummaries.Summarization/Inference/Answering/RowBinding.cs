using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>Inputs and outputs of a run bound to memory that stays where it is: on the CPU nothing is bound again from step to step.</summary>
internal sealed class RowBinding : IDisposable
{
    private static readonly long[] s_one = [1];
    private readonly List<OrtValue> _values = [];
    private readonly ModelFolder _folder;

    /// <summary>Rows first … first + rows − 1 of the memory; shapes of ids [rows, n] and mask [rows, m] follow from the arrays.</summary>
    /// <param name="places">Of each token in its text, as ids; for graphs that do not count by themselves.</param>
    /// <param name="logitTokens">Positions of each row the graph gives logits of: all it reads, or the last.</param>
    public RowBinding(
        InferenceSession session, ModelFolder folder, KeyValueRows memory, int first, int rows, Memory<long> ids, Memory<long> mask, Memory<long> places, LogitRows logits, int logitTokens)
    {
        _folder = folder;
        var tokens = ids.Length / rows;
        _values.AddRange([
            Tensor(ids, rows, tokens), Tensor(mask, rows, mask.Length / rows), logits.Tensor(rows * logitTokens, rows, logitTokens, folder.Vocabulary),
            Tensor(places, rows, tokens), OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, s_one.AsMemory(), []),
        ]);
        Binding = session.CreateIoBinding();
        BindInputs();
        Binding.BindOutput(folder.Logits, _values[2]);
        for (var layer = 0; layer < folder.Layers; layer++)
        {
            Share(folder.PastKeyOf(layer), folder.PresentKeyOf(layer), memory.Alias(2 * layer, first, rows));
            Share(folder.PastValueOf(layer), folder.PresentValueOf(layer), memory.Alias((2 * layer) + 1, first, rows));
        }
    }

    public OrtIoBinding Binding { get; }

    /// <summary>Ids, mask and places as they stand now.</summary>
    public void BindInputs()
    {
        Binding.BindInput(_folder.InputIds, _values[0]);
        Binding.BindInput(_folder.AttentionMask, _values[1]);
        if (_folder.PositionIds is { } places)
            Binding.BindInput(places, _values[3]);
        if (_folder.LogitCount is { } count)
            Binding.BindInput(count, _values[4]);
    }

    public void Dispose()
    {
        Binding.Dispose();
        foreach (var value in _values)
            value.Dispose();
    }

    private static OrtValue Tensor(Memory<long> memory, params long[] shape) => OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, memory, shape);

    private void Share(string past, string present, OrtValue value)
    {
        _values.Add(value);
        Binding.BindInput(past, value);
        Binding.BindOutput(present, value);
    }
}
