using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Checking;

/// <summary>How a sentence says that somebody said something: "Ann thought that …".</summary>
internal static partial class Report
{
    /// <summary>Verbs of saying and thinking, between bars.</summary>
    public const string Verbs = "said|thought|believed|suggested|explained|noted|mentioned|stated|asked|wondered|told|added|argued|proposed|presented|described|agreed|recommended|pointed out";

    public static bool IsOne(string sentence) => Says().IsMatch(sentence);

    /// <summary>What was said, without who said it.</summary>
    public static string Claim(string sentence) => Frame().Replace(sentence, "", 1);

    [GeneratedRegex(@"\b(?:" + Verbs + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex Says();

    [GeneratedRegex(@"^[^,;:]{1,60}?\b(?:" + Verbs + @")\b(?:,? that)?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Frame();
}
