using System.Numerics.Tensors;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>How the next token is drawn.</summary>
/// <param name="Temperature">0: always the most probable token.</param>
/// <param name="TopP">Tokens are kept, most probable first, until they hold this share.</param>
/// <param name="TopK">At most so many tokens are kept.</param>
/// <param name="NoRepeat">No run of so many tokens occurs twice in an answer; 0: anything goes.</param>
internal sealed record Sampling(double Temperature, double TopP, int TopK, int NoRepeat)
{
    public static readonly Sampling Greedy = new(0, 1, 1, 0);
}

/// <summary>Draws tokens from logits. One instance serves one thread and keeps its scratch memory.</summary>
internal sealed class Sampler(int vocabulary)
{
    private readonly float[] _row = new float[vocabulary];
    private readonly float[] _exponents = new float[vocabulary];

    /// <returns>The token and the natural logarithm of its probability at temperature 1, repeats left out.</returns>
    public (int Token, double LogProbability) Next(ReadOnlySpan<float> logits, IReadOnlyList<int> answer, Sampling sampling, ref RandomStream random)
    {
        logits.CopyTo(_row);
        Ban(answer, sampling.NoRepeat);
        var best = TensorPrimitives.IndexOfMax<float>(_row);
        var top = _row[best];
        TensorPrimitives.Subtract(_row, top, _row);
        TensorPrimitives.Exp<float>(_row, _exponents);
        var logSum = Math.Log(TensorPrimitives.Sum<float>(_exponents));
        var token = sampling.Temperature <= 0 ? best : Draw(sampling, ref random);
        return (token, _row[token] - logSum);
    }

    private void Ban(IReadOnlyList<int> answer, int size)
    {
        for (var start = 0; size > 1 && start + size <= answer.Count; start++)
        {
            var same = true;
            for (var k = 0; same && k < size - 1; k++)
                same = answer[start + k] == answer[answer.Count - size + 1 + k];
            if (same)
                _row[answer[start + size - 1]] = -1e9f;
        }
    }

    private int Draw(Sampling sampling, ref RandomStream random)
    {
        var kept = Best(sampling.TopK);
        TensorPrimitives.Divide(_row, (float)sampling.Temperature, _exponents);
        TensorPrimitives.Exp<float>(_exponents, _exponents);
        double total = TensorPrimitives.Sum<float>(_exponents), held = 0;
        var count = 0;
        while (count < kept.Count && (count == 0 || held < sampling.TopP))
            held += _exponents[kept[count++]] / total;
        var mark = random.Next() * held;
        for (var k = 0; k < count - 1; k++)
        {
            mark -= _exponents[kept[k]] / total;
            if (mark < 0)
                return kept[k];
        }

        return kept[count - 1];
    }

    /// <summary>The k most probable tokens, best first; equal ones by id, so that the order never depends on chance.</summary>
    private List<int> Best(int k)
    {
        var heap = new PriorityQueue<int, (float, int)>(k + 1);
        var least = float.NegativeInfinity;
        for (var token = 0; token < _row.Length; token++)
        {
            if (heap.Count == k && _row[token] <= least)
                continue;
            heap.Enqueue(token, (_row[token], -token));
            if (heap.Count > k)
                heap.Dequeue();
            least = heap.TryPeek(out _, out var lowest) ? lowest.Item1 : least;
        }

        var best = new List<int>(k);
        while (heap.TryDequeue(out var token, out _))
            best.Add(token);
        best.Reverse();
        return best;
    }
}
