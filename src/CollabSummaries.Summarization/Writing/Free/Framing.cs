using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>
/// Puts text nobody vouches for into a prompt: between marks it cannot hold, without characters that are not seen, and without the words chat templates are made of.
/// That makes an attack harder, not impossible: what comes back is checked as if it had worked.
/// </summary>
internal static partial class Framing
{
    public static string Enclose(string name, string text)
    {
        var plain = Neutral(text);
        var mark = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)), 0, 6);
        return $"<<{name} {mark}>>\n{plain}\n<<END OF {name} {mark}>>";
    }

    public static string Neutral(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || IsSeen(rune))
                seen.Append(rune.ToString());
            else if (Rune.IsWhiteSpace(rune))
                seen.Append(' ');
        }

        var plain = seen.ToString();
        // What is left when a token is taken out of the middle of another may be a token again.
        for (var turns = 0; turns < 8 && TemplateWords().IsMatch(plain); turns++)
            plain = TemplateWords().Replace(plain, " ");
        return plain.Replace("<<", "‹‹", StringComparison.Ordinal).Replace(">>", "››", StringComparison.Ordinal).Replace("<|", "‹ ", StringComparison.Ordinal).Replace("|>", " ›", StringComparison.Ordinal);
    }

    /// <summary>Neither control nor direction mark, tag character, private or unassigned one. U+200C and U+200D belong to words of several scripts.</summary>
    public static bool IsSeen(Rune rune) => rune.Value is 0x200C or 0x200D
        || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate));

    [GeneratedRegex(@"<\|[^<>|\n]{0,60}\|>|</?(?:s|unk|pad|bos|eos|mask|think|start_of_turn|end_of_turn|system|user|assistant|tool_call|tool_response)>|\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]|<</?SYS>>|</?SYS>", RegexOptions.IgnoreCase)]
    private static partial Regex TemplateWords();
}
