using System.Globalization;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Checking;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>What a program can see of a freely written sentence: its form, its numbers and names, and how many of its telling words were said.</summary>
internal static partial class FreeCheck
{
    /// <summary>Good summaries by people share about half of their telling words with what they rest on.</summary>
    private const double Enough = .4, Little = .15;
    private const int LeastWords = 4, MostCharacters = 600;

    /// <summary>Why a sentence can be no bullet at all; null when it can.</summary>
    public static string? Refuse(string text, int mostWords)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A model does not count to the word; a sentence that runs on is something else.
        return words.Length < LeastWords && !text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter) ? $"it has {words.Length} words"
            : words.Length > mostWords * 3 / 2 || text.Length > MostCharacters ? $"it has {words.Length} words, more than the template's {mostWords}"
            : Repeats(Term.Split(text, stem: false)) ? "it repeats itself"
            : FirstOrSecond().IsMatch(text) ? "it speaks as “I”, “we” or “you”"
            : Self().IsMatch(text) ? "it speaks of itself, not of the talk"
            : null;
    }

    /// <summary>How far the words alone carry it, and why.</summary>
    public static (Support Support, string? Reason) Words(string text, string passage)
    {
        var score = Math.Round(Overlap.Share(Term.ContentOf(text), Term.ContentOf(passage).ToHashSet(StringComparer.Ordinal)), 3);
        if (Numbers.Missing(text, passage) is [var number, ..])
            return (new Support(SupportState.Unsupported, score), $"The number {number} is not in the passage.");
        if (Names.Missing(text, passage) is [var name, ..])
            return (new Support(SupportState.Weak, score), $"“{name}” is not in the passage.");
        return score >= Enough ? (new Support(SupportState.Supported, score), null)
            : (new Support(SupportState.Weak, score), score >= Little ? "Few of its words are in the passage." : "Hardly any of its words are in the passage.");
    }

    private static bool Repeats(List<string> words)
    {
        var threes = words.Zip(words.Skip(1), words.Skip(2)).ToList();
        return threes.Count > 0 && threes.GroupBy(t => t).Any(g => g.Count() > 2)
            || (words.Count >= 16 && words.Distinct(StringComparer.Ordinal).Count() < words.Count * .4);
    }

    [GeneratedRegex(@"\b(?:I|I'm|I've|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b(?!\.)")]
    private static partial Regex FirstOrSecond();

    /// <summary>Where a model tells of its task instead of doing it.</summary>
    [GeneratedRegex(@"\b(?:as an ai|language model|system prompt|these (?:rules|instructions)|this passage|the passage|the transcript|<<|››|PASSAGE [0-9A-F]{12})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Self();
}
