namespace CollabSummaries.Transcripts.Import;

/// <summary>What the words of a talk say about its language.</summary>
/// <param name="Tag">BCP 47 tag.</param>
/// <param name="Agreeing">Parts of the talk that, taken alone, say the same.</param>
/// <param name="Parts">Parts that were looked at.</param>
public sealed record LanguageGuess(string Tag, int Agreeing, int Parts)
{
    private const int MostParts = 8;
    private const int FewestSegments = 4;

    /// <summary>Null when the words do not tell.</summary>
    public static LanguageGuess? Find(IReadOnlyList<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (Words.Language.Guess(segments) is not { } tag) return null;
        var parts = Math.Clamp(segments.Count / FewestSegments, 1, MostParts);
        var agreeing = Enumerable.Range(0, parts).Count(n =>
            Words.Language.Guess(segments.Skip(segments.Count * n / parts).Take((segments.Count * (n + 1) / parts) - (segments.Count * n / parts))) == tag);
        return new LanguageGuess(tag, agreeing, parts);
    }
}
