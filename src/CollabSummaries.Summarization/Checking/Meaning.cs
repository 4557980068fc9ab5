using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>The small words that turn a meaning around: a sentence and what was said must have the same of them.</summary>
internal static partial class Meaning
{
    /// <summary>Modal words and conditions, each with the form it is counted as: a report may shift the tense, nothing else.</summary>
    private static readonly FrozenDictionary<string, string> s_turning = new Dictionary<string, string>
    {
        ["if"] = "if", ["unless"] = "unless", ["whether"] = "whether", ["until"] = "until", ["except"] = "except", ["only"] = "only", ["almost"] = "almost",
        ["can"] = "can", ["could"] = "can", ["may"] = "may", ["might"] = "may", ["maybe"] = "maybe", ["perhaps"] = "perhaps", ["possibly"] = "possibly", ["probably"] = "probably", ["likely"] = "likely",
        ["will"] = "will", ["would"] = "will", ["gonna"] = "will", ["should"] = "should", ["must"] = "must", ["need"] = "need", ["needs"] = "need", ["needed"] = "need",
        ["want"] = "want", ["wants"] = "want", ["wanted"] = "want", ["wanna"] = "want", ["hope"] = "hope", ["hopes"] = "hope", ["hoped"] = "hope", ["try"] = "try", ["tries"] = "try", ["tried"] = "try", ["trying"] = "try",
        ["suppose"] = "suppose", ["supposed"] = "suppose", ["imagine"] = "imagine", ["seem"] = "seem", ["seems"] = "seem", ["seemed"] = "seem", ["guess"] = "guess", ["instead"] = "instead",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_turningTerms =
        s_turning.Keys.Concat(["never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly"]).SelectMany(Term.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a term is one of the small words compared here.</summary>
    public static bool Turns(string term) => s_turningTerms.Contains(term);

    public static string? Refuse(string bullet, string said)
    {
        if (Negations().Count(bullet) != Negations().Count(said))
            return "negation";
        var asks = said.TrimEnd(' ', '"', '”').EndsWith('?');
        if (asks && !Asking().IsMatch(bullet))
            return "question";
        var turning = Turning(bullet);
        // A reported question begins with a word the question itself does not have.
        if (asks)
            turning.RemoveAll(word => word == "whether");
        // "Not really" is less than "not".
        if (Softened().Count(bullet) != Softened().Count(said))
            return "condition";
        // Each time and in order: "trying to solve … trying to get" is not "trying to solve … getting".
        if (!turning.SequenceEqual(Turning(said)))
            return "condition";
        // "She's requested" may be "has" or "is": who did it to whom is not for a model to decide.
        if (Shortened().Matches(said).Any(m => Regex.IsMatch(bullet, $@"\b(?:is|was) {Regex.Escape(m.Groups[1].Value)}\b", RegexOptions.IgnoreCase)))
            return "voice";
        return You().IsMatch(said) ? "you" : null;
    }

    private static List<string> Turning(string text) =>
        [.. Words().Matches(Future().Replace(text, " will")).Select(w => s_turning.GetValueOrDefault(w.Value)).OfType<string>()];

    [GeneratedRegex(@"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negations();

    [GeneratedRegex(@"(?:\bnot|n['’]t)\s+(?:\w+ly\s+)?(?:really|quite|exactly|necessarily|always|entirely|fully|completely|all|every\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Softened();

    [GeneratedRegex(@"['’]ll\b|(?<=\b(?:am|is|are|was|were|['’]m|['’]re|['’]s)) going to\b(?= [a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Future();

    [GeneratedRegex(@"['’]s (\w+(?:ed|en))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shortened();

    /// <summary>Who "you" is gets lost outside its conversation.</summary>
    [GeneratedRegex(@"\b(?:you|your|yours|yourself)\b", RegexOptions.IgnoreCase)]
    private static partial Regex You();

    [GeneratedRegex(@"\b(?:asks|asked|wondered|inquired)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
