using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Inference.Tokenizing.Unicode;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>"BertNormalizer": control characters dropped, white space made plain, spaces around Chinese characters, lower case, accents off.</summary>
internal static partial class BertCleaning
{
    public static Func<string, string> Read(JsonElement part)
    {
        bool clean = part.Flag("clean_text", true), chinese = part.Flag("handle_chinese_chars", true), lower = part.Flag("lowercase", true);
        var strip = part.Flag("strip_accents", lower);
        return text =>
        {
            var result = new StringBuilder(text.Length + 16);
            foreach (var rune in text.EnumerateRunes())
            {
                if (clean && IsDropped(rune))
                    continue;
                if (clean && Rune.IsWhiteSpace(rune))
                    result.Append(' ');
                else if (chinese && IsChinese(rune.Value))
                    result.Append(' ').Append(rune.ToString()).Append(' ');
                else
                    result.Append(rune.ToString());
            }

            var cleaned = lower ? Normalizers.Lower(result.ToString()) : result.ToString();
            return strip ? Accents().Replace(NormalForm.D(cleaned), "") : cleaned;
        };
    }

    private static bool IsDropped(Rune rune) => rune.Value is 0 or 0xFFFD
        || (rune.Value is not ('\t' or '\n' or '\r') && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    private static bool IsChinese(int point) => point is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2CEAF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    [GeneratedRegex(@"\p{Mn}")]
    private static partial Regex Accents();
}
