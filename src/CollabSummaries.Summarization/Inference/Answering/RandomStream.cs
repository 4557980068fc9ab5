namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>Repeatable randomness (SplitMix64): the same seed gives the same stream on every machine and runtime.</summary>
internal struct RandomStream(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A seed from tokens and a number (FNV-1a), so that the same prompt always draws the same candidates.</summary>
    public static ulong Seed(IReadOnlyList<int> tokens, int number)
    {
        var hash = 14695981039346656037UL;
        foreach (var token in tokens)
            hash = (hash ^ (uint)token) * 1099511628211UL;
        return (hash ^ (uint)number) * 1099511628211UL;
    }
}
