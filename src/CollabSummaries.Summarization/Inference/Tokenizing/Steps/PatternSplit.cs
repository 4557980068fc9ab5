using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>
/// Where a pattern matches, by code points. .NET's patterns see a character beyond U+FFFF as two halves of no category; so they are shown a text in which each such character is
/// one of the same category from a corner of Unicode that no pattern names.
/// </summary>
internal static class PatternSplit
{
    /// <summary>The text cut at the edges of matches, each piece with whether it is one. Together they are the text.</summary>
    public static IEnumerable<(string Piece, bool Matched)> Cut(Regex pattern, string text)
    {
        var (shown, offsets) = Show(text);
        int At(int index) => offsets is null ? index : offsets[index];
        var done = 0;
        foreach (Match match in pattern.Matches(shown))
        {
            if (match.Length == 0)
                continue;
            if (match.Index > done)
                yield return (text[At(done)..At(match.Index)], false);
            done = match.Index + match.Length;
            yield return (text[At(match.Index)..At(done)], true);
        }

        if (done < shown.Length)
            yield return (text[At(done)..], false);
    }

    private static (string Shown, List<int>? Offsets) Show(string text)
    {
        if (!text.Any(char.IsHighSurrogate))
            return (text, null);
        var shown = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at++)
        {
            offsets.Add(at);
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                shown.Append(StandIn(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[++at]))));
            else
                shown.Append(text[at]);
        }

        offsets.Add(text.Length);
        return (shown.ToString(), offsets);
    }

    private static char StandIn(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => 'Ⴀ',
        UnicodeCategory.LowercaseLetter => 'ꭠ',
        UnicodeCategory.TitlecaseLetter => 'ᾈ',
        UnicodeCategory.ModifierLetter => 'ꩰ',
        UnicodeCategory.OtherLetter => 'ꦄ',
        UnicodeCategory.NonSpacingMark => '\uA9B3',
        UnicodeCategory.SpacingCombiningMark => '\uA9B4',
        UnicodeCategory.EnclosingMark => '\uA670',
        UnicodeCategory.DecimalDigitNumber => '꧐',
        UnicodeCategory.LetterNumber => 'ꛦ',
        UnicodeCategory.OtherNumber => '꠰',
        UnicodeCategory.ConnectorPunctuation => '﹍',
        UnicodeCategory.DashPunctuation => '᐀',
        UnicodeCategory.OpenPunctuation => '⸦',
        UnicodeCategory.ClosePunctuation => '⸧',
        UnicodeCategory.InitialQuotePunctuation => '⸂',
        UnicodeCategory.FinalQuotePunctuation => '⸃',
        UnicodeCategory.OtherPunctuation => '꧁',
        UnicodeCategory.MathSymbol => '⫶',
        UnicodeCategory.CurrencySymbol => '꠸',
        UnicodeCategory.ModifierSymbol => '꜀',
        UnicodeCategory.OtherSymbol => '꩷',
        UnicodeCategory.Format => '\u2061',
        UnicodeCategory.PrivateUse => '\uE000',
        _ => '\u0378',
    };
}
