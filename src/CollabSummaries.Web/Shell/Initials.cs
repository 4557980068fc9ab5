using System.Globalization;

namespace CollabSummaries.Web.Shell;

/// <summary>What stands in a person's round sign.</summary>
internal static class Initials
{
    /// <summary>First letters of the first and last word, or the first two of a single word; upper case. "?" without a letter.</summary>
    public static string Of(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var letters = words switch
        {
            [] => "?",
            [var only] => string.Concat(Letters(only).Take(2)),
            [var first, .., var last] => string.Concat(Letters(first).Take(1).Concat(Letters(last).Take(1))),
        };
        return letters.ToUpperInvariant();
    }

    private static IEnumerable<string> Letters(string word)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
