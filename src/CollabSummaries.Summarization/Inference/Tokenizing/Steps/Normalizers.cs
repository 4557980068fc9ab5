using System.Text.Json;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Inference.Tokenizing.Unicode;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>The "normalizer" of tokenizer.json: what is done to a text before it is split.</summary>
internal static class Normalizers
{
    public static Func<string, string> Read(JsonElement? part) => part is { } some ? Read(some) : text => text;

    private static Func<string, string> Read(JsonElement part)
    {
        switch (part.Type())
        {
            case "Sequence":
                var steps = part.GetProperty("normalizers").EnumerateArray().Select(Read).ToArray();
                return text => steps.Aggregate(text, (t, step) => step(t));
            case "NFC":
                return NormalForm.C;
            case "NFD":
                return NormalForm.D;
            case "NFKC":
                return NormalForm.KC;
            case "NFKD":
                return NormalForm.KD;
            case "Lowercase":
                return Lower;
            case "StripAccents":
                return text => Regex.Replace(text, @"\p{M}", "");
            case "Strip":
                bool left = part.Flag("strip_left"), right = part.Flag("strip_right");
                return text => (left, right) switch { (true, true) => text.Trim(), (true, _) => text.TrimStart(), (_, true) => text.TrimEnd(), _ => text };
            case "Prepend":
                var before = part.GetProperty("prepend").GetString();
                return text => text.Length == 0 ? text : before + text;
            case "Replace":
                var (pattern, content) = (part.Pattern(), part.GetProperty("content").GetString()!);
                return text => pattern.Replace(text, _ => content);
            case "BertNormalizer":
                return BertCleaning.Read(part);
            default:
                throw JsonParts.NotUnderstood("normalizer", part.Type());
        }
    }

    /// <summary>The one letter whose lower case is two code points is not in .NET's simple mapping.</summary>
    public static string Lower(string text) => text.Replace("İ", "i̇", StringComparison.Ordinal).ToLowerInvariant();
}
