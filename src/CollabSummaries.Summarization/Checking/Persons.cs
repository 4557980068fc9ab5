using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>Who did or said it. "I" may become the speaker's name, "we" may become "they", and nobody else may come in.</summary>
internal static partial class Persons
{
    public static string? Refuse(string bullet, Saying source, IReadOnlyList<Saying> passage)
    {
        if (FirstOrSecond().IsMatch(bullet))
            return "person";
        if (passage.Any(s => s.Speaker is { } other && other != source.Speaker && Mentions(bullet, other) && !Mentions(source.Text, other)))
            return "speaker";
        var named = Names(bullet, source);
        var (single, plural) = (Singular().IsMatch(source.Text), Plural().IsMatch(source.Text));
        // Those who were "they" already do not stand for "we".
        var others = They().Count(bullet) > They().Count(source.Text);
        if (single && !named)
            return "person";
        // "They" of nobody is anybody: "we" becomes "they" only beside the name of who said it.
        if (plural && !(named && (others || Government().IsMatch(source.Text))))
            return "person";
        if (others && !plural)
            return "person";
        if (Gender().IsMatch(bullet) && !Gender().IsMatch(source.Text))
            return "person";
        return Strangers().IsMatch(bullet) && !Strangers().IsMatch(source.Text) && !plural ? "person" : null;
    }

    /// <summary>Whether a sentence names who said what it follows.</summary>
    public static bool Names(string bullet, Saying source) => source.Speaker is { } speaker && Mentions(bullet, speaker);

    private static bool Mentions(string text, string speaker)
    {
        var words = Term.Of(text).ToHashSet(StringComparer.Ordinal);
        var name = Term.Of(speaker);
        return name.Count > 0 && (name.All(words.Contains) || name.Any(part => part.Length > 3 && !Term.IsCommon(part) && words.Contains(part)));
    }

    [GeneratedRegex(@"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Mm]ine|[Oo]urs?|[Yy]ours?|us|me|[Mm]yself|[Oo]urselves)\b")]
    private static partial Regex FirstOrSecond();

    [GeneratedRegex(@"\b(?:I|[Mm]y|me|[Mm]ine|[Mm]yself)\b")]
    private static partial Regex Singular();

    [GeneratedRegex(@"\b(?:[Ww]e|[Oo]ur|[Oo]urs|us|[Ll]et's|[Oo]urselves)\b")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(?:[Tt]hey|[Tt]heir|[Tt]hem|[Tt]hemselves)\b")]
    private static partial Regex They();

    [GeneratedRegex(@"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im)\b")]
    private static partial Regex Gender();

    /// <summary>Subjects a small model likes to put where it does not know who.</summary>
    [GeneratedRegex(@"\b(?:[Tt]he|[Tt]his) (?:speaker|team|group|participants?|members?|model|author|meeting|discussion)\b")]
    private static partial Regex Strangers();

    [GeneratedRegex(@"\b[Oo]ur (?:government|department|company|team|committee)\b")]
    private static partial Regex Government();
}
