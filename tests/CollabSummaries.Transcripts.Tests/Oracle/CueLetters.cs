using System.Net;
using System.Text.RegularExpressions;

namespace CollabSummaries.Transcripts.Tests.Oracle;

/// <summary>The words of a raw cue as letters and digits, its voices kept as names.</summary>
internal static partial class CueLetters
{
    public static string Of(string raw) =>
        Plain(WebUtility.HtmlDecode(Tag().Replace(Voice().Replace(Override().Replace(raw, ""), "$1 "), "")));

    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"<v(?:\.[^ >]*)? ([^>]*)>")]
    private static partial Regex Voice();

    [GeneratedRegex(@"</?(?:[a-zA-Z][^<>]*|[0-9:.]+)>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\\[^}]*\}")]
    private static partial Regex Override();
}
