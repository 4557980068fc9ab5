using System.Numerics;
using System.Numerics.Tensors;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>
/// Draws tokens from logits, in place: what masks and biases change is put back before it returns, so nothing of a vocabulary's size is copied. One instance serves one thread.
/// </summary>
internal sealed class Sampler
{
    private const float Never = -1e9f;
    private const int Block = 1024;
    private readonly List<(int Token, float Before)> _changed = [];
    private readonly float[] _block = new float[Block];
    private readonly PriorityQueue<int, (float Logit, int Order)> _heap = new();
    private readonly List<int> _best = [];

    /// <returns>The token and the natural logarithm of its probability at temperature 1 among the tokens that could be drawn.</returns>
    public (int Token, double LogProbability) Next(Span<float> logits, IReadOnlyList<int> answer, Sampling sampling, ref RandomStream random)
    {
        if (sampling.Copy is { } copy)
            Favor(logits, copy);
        if (sampling.Allowed is { } mask)
            Ban(logits, mask.Banned);
        BanRepeats(logits, answer, sampling.NoRepeat);
        var best = TensorPrimitives.IndexOfMax<float>(logits);
        var top = logits[best];
        var token = sampling.Temperature <= 0 ? best : Draw(logits, top, sampling, ref random);
        var logProbability = logits[token] - top - Math.Log(SumOfExponents(logits, top, 1));
        PutBack(logits);
        return (token, logProbability);
    }

    private void Favor(Span<float> logits, CopyBias copy)
    {
        foreach (var token in copy.Tokens)
            Change(logits, token, logits[token] + copy.Amount);
    }

    private void Ban(Span<float> logits, ReadOnlySpan<int> tokens)
    {
        foreach (var token in tokens)
            Change(logits, token, Never);
    }

    private void BanRepeats(Span<float> logits, IReadOnlyList<int> answer, int size)
    {
        for (var start = 0; size > 1 && start + size <= answer.Count; start++)
        {
            var same = true;
            for (var k = 0; same && k < size - 1; k++)
                same = answer[start + k] == answer[answer.Count - size + 1 + k];
            if (same)
                Change(logits, answer[start + size - 1], Never);
        }
    }

    private void Change(Span<float> logits, int token, float value)
    {
        _changed.Add((token, logits[token]));
        logits[token] = value;
    }

    private void PutBack(Span<float> logits)
    {
        for (var k = _changed.Count - 1; k >= 0; k--)
            logits[_changed[k].Token] = _changed[k].Before;
        _changed.Clear();
    }

    private int Draw(ReadOnlySpan<float> logits, float top, Sampling sampling, ref RandomStream random)
    {
        FindBest(logits, sampling.TopK);
        var temperature = (float)sampling.Temperature;
        double total = SumOfExponents(logits, top, temperature), held = 0;
        var count = 0;
        while (count < _best.Count && (count == 0 || held < sampling.TopP))
            held += Share(logits[_best[count++]]);
        var mark = random.Next() * held;
        for (var k = 0; k < count - 1; k++)
        {
            mark -= Share(logits[_best[k]]);
            if (mark < 0)
                return _best[k];
        }

        return _best[count - 1];

        double Share(float logit) => MathF.Exp((logit - top) / temperature) / total;
    }

    /// <summary>In pieces that stay in the nearest cache.</summary>
    private double SumOfExponents(ReadOnlySpan<float> logits, float top, float temperature)
    {
        var sum = 0.0;
        for (var start = 0; start < logits.Length; start += Block)
        {
            var block = _block.AsSpan(0, Math.Min(Block, logits.Length - start));
            TensorPrimitives.Subtract(logits.Slice(start, block.Length), top, block);
            if (temperature != 1)
                TensorPrimitives.Divide(block, temperature, block);
            TensorPrimitives.Exp<float>(block, block);
            sum += TensorPrimitives.Sum<float>(block);
        }

        return sum;
    }

    /// <summary>The most probable tokens, best first; equal ones by id, so that the order never depends on chance.</summary>
    private void FindBest(ReadOnlySpan<float> logits, int most)
    {
        var (least, width) = (float.NegativeInfinity, Vector<float>.Count);
        for (var start = 0; start < logits.Length; start += width)
        {
            // Nearly all stretches hold nothing better than what was found: they are passed over at once.
            if (start + width <= logits.Length && _heap.Count == most && !Vector.GreaterThanAny(new Vector<float>(logits[start..]), new Vector<float>(least)))
                continue;
            for (var token = start; token < Math.Min(start + width, logits.Length); token++)
            {
                if (_heap.Count == most && logits[token] <= least)
                    continue;
                _heap.Enqueue(token, (logits[token], -token));
                if (_heap.Count > most)
                    _heap.Dequeue();
                least = _heap.TryPeek(out _, out var lowest) ? lowest.Logit : least;
            }
        }

        _best.Clear();
        while (_heap.TryDequeue(out var token, out _))
            _best.Add(token);
        _best.Reverse();
    }
}
