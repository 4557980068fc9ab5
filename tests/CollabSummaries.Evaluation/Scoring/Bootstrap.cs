namespace CollabSummaries.Evaluation.Scoring;

/// <summary>Difference of two systems on the same items, with the range in which 95 % of resampled differences lie.</summary>
/// <param name="NotBetter">Share of resamples in which the first system is not better.</param>
internal sealed record Bootstrap(double Difference, double Low, double High, double NotBetter)
{
    public const int Seed = 5, Samples = 10_000;

    public static Bootstrap Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(first.Count, second.Count);
        var differences = first.Zip(second, (a, b) => a - b).ToArray();
        var random = new Random(Seed);
        var means = new double[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            var sum = 0.0;
            for (var k = 0; k < differences.Length; k++)
                sum += differences[random.Next(differences.Length)];
            means[sample] = sum / differences.Length;
        }

        Array.Sort(means);
        return new Bootstrap(differences.Average(), means[Samples / 40], means[Samples - (Samples / 40) - 1], means.Count(m => m <= 0) / (double)Samples);
    }
}
