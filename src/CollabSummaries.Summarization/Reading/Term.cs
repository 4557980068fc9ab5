using System.Collections.Frozen;

namespace CollabSummaries.Summarization.Reading;

/// <summary>Words as they are compared: lower case, letters a–z and digits, words over three letters stemmed (as Google's rouge_score does).</summary>
internal static class Term
{
    /// <summary>Longer ones are no words; they are compared as they stand.</summary>
    private const int LongestWord = 40;
    private static readonly FrozenSet<string> s_common = FrozenSet.Create(
        StringComparer.Ordinal,
        """
        a about after all also am an and any are as at be because been but by can could did do does doing don down for from get go going got had has have having he her here
        him his how i if in into is it its just know let like ll me mean mm more my no not now of off oh okay ok on one or our out over really right s said say she so some t
        than that the their them then there these they thing things think this those to too uh um up us very was we well were what when where which who will with would yeah
        yes you your hmm kind sort actually re ve m d lot
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Stems of the common words ("thi", "doe"); "because" ties two statements and stays telling.</summary>
    private static readonly FrozenSet<string> s_commonStems = s_common.Where(w => w != "because").SelectMany(Of).Concat(s_common).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word so frequent in speech that it tells nothing, as the measures of the evaluation count it: stems of longer ones ("thi") are not among them.</summary>
    public static bool IsCommon(string term) => s_common.Contains(term);

    /// <summary>The same for stems.</summary>
    public static bool IsCommonStem(string term) => s_commonStems.Contains(term);

    public static List<string> Of(string text) => Split(text, stem: true);

    /// <summary>Words that tell something, as stems, in order.</summary>
    public static List<string> ContentOf(string text) => [.. Of(text).Where(t => !IsCommon(t))];

    public static List<string> Split(string text, bool stem)
    {
        var terms = new List<string>();
        var lower = text.ToLowerInvariant();
        for (var at = 0; at < lower.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(lower[at]))
                continue;
            var first = at;
            while (at < lower.Length && char.IsAsciiLetterOrDigit(lower[at]))
                at++;
            var word = lower[first..at];
            terms.Add(stem && word.Length is > 3 and <= LongestWord ? Stemmer.Stem(word) : word);
        }

        return terms;
    }
}
