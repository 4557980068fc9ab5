using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Reading;

/// <summary>Numbers in a text as plain decimal strings: "12,500" and "twelve thousand five hundred" are both "12500", "2.50" is "2.5".</summary>
internal static partial class Numbers
{
    private static readonly FrozenDictionary<string, long> s_units = Numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", k => k);
    private static readonly FrozenDictionary<string, long> s_tens = Numbered("twenty thirty forty fifty sixty seventy eighty ninety", k => 10 * (k + 2));
    private static readonly FrozenDictionary<string, long> s_ordinals = Numbered("first second third fourth fifth sixth seventh eighth ninth tenth", k => k + 1);
    private static readonly FrozenDictionary<string, long> s_powers =
        new Dictionary<string, long> { ["thousand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000 }.ToFrozenDictionary();

    public static bool IsNumber(string word) =>
        char.IsAsciiDigit(word[0]) || s_units.ContainsKey(word.ToLowerInvariant()) || s_tens.ContainsKey(word.ToLowerInvariant());

    /// <summary>The numbers a text claims. A lone "one" or "zero" and ordinals are left out: they are mostly pronouns and order.</summary>
    public static List<string> Of(string text)
    {
        var lower = text.ToLowerInvariant();
        var found = Digits().Matches(lower).Select(m => Plain(m.Value)).ToList();
        var words = Letters().Matches(lower.Replace('-', ' ')).Select(m => m.Value).ToList();
        for (var at = 0; at < words.Count;)
        {
            var (value, count) = Spelled(words, at);
            if (count > 1 || (count == 1 && words[at] is not ("one" or "zero")))
                found.Add(value.ToString(CultureInfo.InvariantCulture));
            at += Math.Max(count, 1);
        }

        return found;
    }

    /// <summary>Whether a text says every number of a claim, in digits or words, together or apart ("nineteen eighty four", "twelve fifty", "three point two").</summary>
    public static bool AllIn(string claim, string text) => Missing(claim, text).Count == 0;

    public static List<string> Missing(string claim, string text)
    {
        var claimed = Of(claim);
        if (claimed.Count == 0)
            return claimed;
        var said = new HashSet<string>(Of(text), StringComparer.Ordinal);
        var words = Letters().Matches(text.ToLowerInvariant().Replace('-', ' ')).Select(m => m.Value).ToList();
        foreach (var word in words)
        {
            if (s_units.TryGetValue(word, out var value) || s_tens.TryGetValue(word, out value) || s_ordinals.TryGetValue(word, out value))
                said.Add(value.ToString(CultureInfo.InvariantCulture));
        }

        SpokenPairs(words, said);
        return [.. claimed.Where(number => !said.Contains(number))];
    }

    private static (long Value, int Count) Spelled(List<string> words, int at)
    {
        long total = 0, current = 0;
        var (k, count) = (at, 0);
        for (; k < words.Count; k++, count++)
        {
            var word = words[k];
            if (s_units.TryGetValue(word, out var unit) && (count == 0 || (current % 10 == 0 && (current % 100 >= 20 || current % 100 == 0) && (current > 0 || total > 0))))
                current += unit;
            else if (s_tens.TryGetValue(word, out var tens) && (count == 0 || (current % 100 == 0 && (current > 0 || total > 0))))
                current += tens;
            else if (word == "hundred" && current is > 0 and < 100)
                current *= 100;
            else if (s_powers.TryGetValue(word, out var power) && current > 0 && current <= long.MaxValue / power / 2 && total <= long.MaxValue / 4)
                (total, current) = (total + (current * power), 0);
            else if (word == "and" && count > 0 && (words[k - 1] == "hundred" || s_powers.ContainsKey(words[k - 1])) && k + 1 < words.Count && (s_units.ContainsKey(words[k + 1]) || s_tens.ContainsKey(words[k + 1])))
                count--;
            else
                break;
        }

        return (total + current, k - at);
    }

    /// <summary>Two numbers said side by side that mean one: prices, years, decimals.</summary>
    private static void SpokenPairs(List<string> words, HashSet<string> said)
    {
        var values = new List<long?>();
        for (var at = 0; at < words.Count; at++)
        {
            var value = s_units.TryGetValue(words[at], out var small) || s_tens.TryGetValue(words[at], out small) ? small : words[at] == "point" ? -1 : (long?)null;
            if (value >= 20 && at + 1 < words.Count && s_units.TryGetValue(words[at + 1], out var ones) && ones is > 0 and < 10)
                (value, at) = (value + ones, at + 1);
            values.Add(value);
        }

        for (var k = 0; k + 1 < values.Count; k++)
        {
            if (values[k] is not >= 0 || values[k + 1] is not { } second)
                continue;
            var first = values[k]!.Value;
            if (second >= 10)
                said.Add(Plain(string.Create(CultureInfo.InvariantCulture, $"{first}.{second:00}")));
            if (first is >= 10 and <= 20 && second >= 10)
                said.Add(((first * 100) + second).ToString(CultureInfo.InvariantCulture));
            if (second == -1 && k + 2 < values.Count && values[k + 2] is >= 0 and var third)
                said.Add(string.Create(CultureInfo.InvariantCulture, $"{first}.{third}"));
        }
    }

    private static string Plain(string digits)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal);
        if (plain.Contains('.', StringComparison.Ordinal))
            plain = plain.TrimEnd('0').TrimEnd('.');
        plain = plain.TrimStart('0');
        return plain.Length == 0 ? "0" : plain;
    }

    private static FrozenDictionary<string, long> Numbered(string words, Func<int, long> value) =>
        words.Split(' ').Select((word, k) => (word, k)).ToFrozenDictionary(p => p.word, p => value(p.k), StringComparer.Ordinal);

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Letters();
}
