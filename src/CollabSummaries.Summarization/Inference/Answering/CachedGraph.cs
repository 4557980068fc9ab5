using CollabSummaries.Summarization.Inference.Devices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>
/// A graph with GroupQueryAttention and its rows of keys and values. Law: after `Prefill` or `Decode` a row holds exactly the tokens given to it so far,
/// whatever happened in other rows. Not for two threads at once.
/// </summary>
internal sealed class CachedGraph : IDisposable
{
    private const int Piece = 256;
    private readonly InferenceSession _session;
    private readonly ModelFolder _folder;
    private readonly ITensorMemory _memory;
    private readonly KeyValueRows _rows;
    private readonly RowBinding?[] _bindings;
    private readonly long[] _ids;
    private readonly long[] _mask;
    private readonly long[] _places;
    private readonly LogitRows _logits;
    private readonly LogitRows _pieceLogits;
    private readonly bool _lastOnly;

    /// <param name="memory">Of the device the session runs on; it is given back with the graph.</param>
    public CachedGraph(InferenceSession session, ModelFolder folder, ITensorMemory memory, int slots, int maxTokens)
    {
        (_session, _folder, _memory, Slots, MaxTokens) = (session, folder, memory, slots, maxTokens);
        var half = session.InputMetadata[folder.PastKeyOf(0)].ElementDataType == TensorElementType.Float16;
        var halfLogits = session.OutputMetadata[folder.Logits].ElementDataType == TensorElementType.Float16;
        _rows = new KeyValueRows(memory, folder.Layers, slots + 1, folder.KeyValueHeads, maxTokens, folder.HeadSize, half);
        _bindings = new RowBinding?[slots + 1];
        _ids = GC.AllocateArray<long>(slots, pinned: true);
        _mask = GC.AllocateArray<long>(slots * maxTokens, pinned: true);
        _places = GC.AllocateArray<long>(slots, pinned: true);
        _logits = new LogitRows(slots, folder.Vocabulary, halfLogits);
        _lastOnly = folder.LogitCount is not null || session.OutputMetadata[folder.Logits].Dimensions is [_, 1, _];
        _pieceLogits = new LogitRows(_lastOnly ? 1 : Math.Min(Piece, maxTokens), folder.Vocabulary, halfLogits);
    }

    public int Slots { get; }

    public int MaxTokens { get; }

    public int Vocabulary => _folder.Vocabulary;

    /// <summary>The row behind the slots in which prompts are read before they get a slot.</summary>
    public int StagingRow => Slots;

    public long CacheBytes => _rows.Bytes;

    /// <summary>Reads tokens into a row that holds `filled` tokens already, in pieces, and returns the logits after the last one.</summary>
    public Span<float> Prefill(int row, int filled, IReadOnlyList<int> tokens, RunOptions run)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filled + tokens.Count, MaxTokens);
        var count = 0;
        for (var done = 0; done < tokens.Count; done += count)
        {
            count = Math.Min(Piece, tokens.Count - done);
            ReadPiece(row, filled + done, [.. tokens.Skip(done).Take(count).Select(id => (long)id)], run);
        }

        return _pieceLogits.Row(_lastOnly ? 0 : count - 1);
    }

    /// <summary>One token into each of the rows 0 … n − 1, which hold filled[row] tokens; rows need not be of equal length.</summary>
    public void Decode(ReadOnlySpan<int> tokens, ReadOnlySpan<int> filled, RunOptions run)
    {
        var rows = tokens.Length;
        for (var row = 0; row < rows; row++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(filled[row], MaxTokens);
            (_ids[row], _places[row]) = (tokens[row], filled[row]);
            var mask = _mask.AsSpan(row * MaxTokens, MaxTokens);
            mask[..(filled[row] + 1)].Fill(1);
            mask[(filled[row] + 1)..].Clear();
        }

        var binding = _bindings[rows] ??= new RowBinding(_session, _folder, _rows, 0, rows, _ids.AsMemory(0, rows), _mask.AsMemory(0, rows * MaxTokens), _places.AsMemory(0, rows), _logits, 1);
        if (_memory.CopiesInputs)
            binding.BindInputs();
        _session.RunWithBinding(run, binding.Binding);
    }

    /// <summary>What the last Decode left for a row; valid until the next row is asked for.</summary>
    public Span<float> Logits(int row) => _logits.Row(row);

    public void CopyRow(int from, int to, int tokens) => _rows.Copy(from, to, tokens);

    public void Dispose()
    {
        foreach (var binding in _bindings)
            binding?.Dispose();
        Close(_memory, _session);
    }

    /// <summary>Memory first: on a card it comes from the session's arena.</summary>
    internal static void Close(ITensorMemory memory, InferenceSession session)
    {
        memory.Dispose();
        session.Dispose();
    }

    private void ReadPiece(int row, int filled, long[] ids, RunOptions run)
    {
        var mask = new long[filled + ids.Length];
        Array.Fill(mask, 1);
        long[] places = [.. Enumerable.Range(filled, ids.Length).Select(k => (long)k)];
        using var binding = new RowBinding(_session, _folder, _rows, row, 1, ids, mask, places, _pieceLogits, _lastOnly ? 1 : ids.Length);
        _session.RunWithBinding(run, binding.Binding);
    }
}
