using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>
/// How far a sentence stands on its own. Out of its talk a sentence that begins with "it" or "that" means nothing, thanks and greetings tell nothing, and a sentence begun three times cannot
/// be read. These are for the reader: they are set by hand and not fitted.
/// </summary>
internal static partial class Standing
{
    private const double Midway = .15, Unfinished = .1, Dangling = .1, Courtesy = .3, Stumbling = .03, Question = .08, Fillers = .2;

    /// <summary>What is taken off the value of a unit.</summary>
    public static double Weakness(Unit unit) =>
        ((unit.Opens ? 0 : Midway) + (unit.Closes && !TrailsOff(unit.Text) ? 0 : Unfinished))
        + (BeginsDangling().IsMatch(unit.Text) ? Dangling : 0)
        + (Courtesies().IsMatch(unit.Text) ? Courtesy : 0)
        + (Stumbling * Math.Min(Stumbles().Count(unit.Text), 3))
        + (Fillers * unit.Disfluency)
        + (unit.Text.EndsWith('?') ? Question : 0);

    private static bool TrailsOff(string text) => text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("….", StringComparison.Ordinal);

    /// <summary>It begins with a word whose meaning lies in the sentence before.</summary>
    [GeneratedRegex(@"^(?:(?:and|so|but|or|yeah|well|okay|because|now|then|like),?\s+)*(?:it|that|this|he|she|they|those|these|which|there|him|her|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsDangling();

    [GeneratedRegex(@"\b(?:thank(?:s| you)?|welcome|good (?:morning|afternoon|evening)|nice to (?:see|meet)|next question|honou?rable member|excuse me|sorry|let (?:me|us) be (?:very )?clear|one question|can I (?:ask|thank))\b|\bplease[.?!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesies();

    /// <summary>A lone letter, a word cut short, a filler phrase.</summary>
    [GeneratedRegex(@"(?<![\w'’.])(?:[b-hj-z](?![\w'’.-])|\w+-(?=\s)|I mean\b|you know\b|I dunno\b|kind of\b|sort of\b|whatever\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Stumbles();
}
