using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>How much units say of what the talk is about: TF-IDF vectors, their likeness to the sum of all (the centroid) and to each other.</summary>
internal sealed class Salience
{
    private readonly Dictionary<string, double>[] _vectors;
    private readonly double[] _scores;

    public Salience(IReadOnlyList<Unit> units)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in units.SelectMany(u => u.Content.Distinct()))
            frequency[term] = frequency.GetValueOrDefault(term) + 1;
        _vectors = [.. units.Select(u => Vector(u, frequency, units.Count))];
        var centroid = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, weight) in _vectors.SelectMany(v => v))
            centroid[term] = centroid.GetValueOrDefault(term) + weight;
        var length = Math.Sqrt(centroid.Values.Sum(w => w * w));
        _scores = [.. _vectors.Select(v => length == 0 ? 0 : v.Sum(p => p.Value * centroid[p.Key]) / length)];
    }

    /// <summary>Cosine of a unit and the whole, 0 to 1.</summary>
    public double this[int unit] => _scores[unit];

    /// <summary>Cosine of two units, 0 to 1.</summary>
    public double Likeness(int a, int b)
    {
        var (small, large) = _vectors[a].Count < _vectors[b].Count ? (_vectors[a], _vectors[b]) : (_vectors[b], _vectors[a]);
        var sum = 0.0;
        foreach (var (term, weight) in small)
            sum += weight * large.GetValueOrDefault(term);
        return sum;
    }

    private static Dictionary<string, double> Vector(Unit unit, Dictionary<string, int> frequency, int count)
    {
        var vector = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in unit.Content)
            vector[term] = vector.GetValueOrDefault(term) + Math.Log(1 + ((double)count / frequency[term]));
        var length = Math.Sqrt(vector.Values.Sum(w => w * w));
        foreach (var term in vector.Keys.ToList())
            vector[term] /= length;
        return vector;
    }
}
