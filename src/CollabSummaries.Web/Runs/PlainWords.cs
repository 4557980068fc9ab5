using System.Globalization;
using System.Text;

namespace CollabSummaries.Web.Runs;

/// <summary>What a model or a transcript says is hostile until it is plain: one line, no links or images, no characters that are not seen
/// (controls, direction marks, tags), at most what a bullet may hold.</summary>
internal static class PlainWords
{
    private const int Longest = 2_000;

    public static string Of(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= Longest)
                break;
            var isBlank = Rune.IsWhiteSpace(rune);
            if (isBlank && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
            else if (!isBlank && IsSeen(rune))
                plain.Append(rune.ToString());
        }

        // A link or an image needs these two characters in a row.
        return plain.ToString().Trim().Replace("](", "] (", StringComparison.Ordinal).Replace("][", "] [", StringComparison.Ordinal).Replace("![", "! [", StringComparison.Ordinal);
    }

    // Direction marks and tag characters are of category Format; U+200D joins emoji and letters of several scripts.
    private static bool IsSeen(Rune rune) => rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && rune != Rune.ReplacementChar;
}
