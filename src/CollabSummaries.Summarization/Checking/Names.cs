using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>Names: words with a capital that do not owe it to the beginning of a sentence, and words with a capital inside.</summary>
internal static partial class Names
{
    private static readonly FrozenSet<string> s_noNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        """
        a an the this that these those he she it its they we i you his her their our my your there here in on at by for from to of with as and but or so if when while where who
        what why how which after before during since because although though however also then thus first second third finally next later another other some many most all both
        each every no not one two three new more less than into over under between about against according based using such only even just still yet once until within without
        through among overall additionally moreover furthermore meanwhile instead rather despite due firstly secondly thirdly lastly people participants speakers members the
        group team meeting monday tuesday wednesday thursday friday saturday sunday
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static List<string> Of(string text) => [.. SentenceStarts().Split(text).SelectMany(InSentence)];

    /// <summary>The names of a claim that a text does not have, whatever their case.</summary>
    public static List<string> Missing(string claim, string text)
    {
        var names = Of(claim);
        if (names.Count == 0)
            return names;
        var words = Term.Split(text, stem: false).ToHashSet(StringComparer.Ordinal);
        var stems = words.Select(w => Term.Of(w)[0]).ToHashSet(StringComparer.Ordinal);
        var squashed = string.Concat(Term.Split(text, stem: false));
        return [.. names.Where(name => !Known(name, words, stems, squashed))];
    }

    private static bool Known(string name, HashSet<string> words, HashSet<string> stems, string squashed)
    {
        var parts = Term.Split(name, stem: false);
        return parts.All(p => words.Contains(p) || stems.Contains(Term.Of(p)[0])) || (string.Concat(parts) is { Length: > 3 } whole && squashed.Contains(whole, StringComparison.Ordinal));
    }

    private static IEnumerable<string> InSentence(string sentence)
    {
        var words = Words().Matches(sentence).Select(m => m.Value).ToList();
        for (var k = 0; k < words.Count; k++)
        {
            var word = Endings().Replace(words[k], "");
            if (word.Length < 2 || char.IsDigit(word[0]) || !word.Any(char.IsUpper) || s_noNames.Contains(word) || FirstPerson().IsMatch(word))
                continue;
            var opensOnly = k == 0 && !word.Skip(1).Any(char.IsUpper) && !(words.Count > 1 && char.IsUpper(words[1][0]));
            if (!opensOnly)
                yield return word;
        }
    }

    [GeneratedRegex(@"(?<=[.!?:])[""”')]*\s+|\n")]
    private static partial Regex SentenceStarts();

    [GeneratedRegex(@"[\p{L}\p{Nd}][\w.'’&+-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"['’]s$|[.'’]+$")]
    private static partial Regex Endings();

    [GeneratedRegex(@"^I(?:['’]\w+)?$")]
    private static partial Regex FirstPerson();
}
