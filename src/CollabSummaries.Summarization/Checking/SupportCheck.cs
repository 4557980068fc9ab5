using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>How far a sentence is carried by the passage it is said to rest on: by its words, its names and its numbers.</summary>
public static class SupportCheck
{
    private const double Supported = .6, Weak = .3;

    /// <param name="passage">The evidence's own words.</param>
    public static Support Of(string sentence, string passage)
    {
        var score = Math.Round(Overlap.Share(Term.ContentOf(sentence), Term.ContentOf(passage).ToHashSet(StringComparer.Ordinal)), 3);
        var factsMissing = Numbers.Missing(sentence, passage).Count > 0 || Names.Missing(sentence, passage).Count > 0;
        var state = score >= Supported && !factsMissing ? SupportState.Supported : score >= Weak ? SupportState.Weak : SupportState.Unsupported;
        return new Support(state, score);
    }
}
