using System.Text;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>What can be called on texts and mappings.</summary>
internal static class Methods
{
    /// <returns>A function, or Undefined.</returns>
    public static object Of(Words text, string name) => name switch
    {
        "strip" => Function((_, _) => text.Trim(start: true, end: true), 0),
        "lstrip" => Function((_, _) => text.Trim(start: true, end: false), 0),
        "rstrip" => Function((_, _) => text.Trim(start: false, end: true), 0),
        "upper" or "lower" or "title" or "capitalize" => Function((_, _) => Filters.Apply(name, text, new Given([], new Dictionary<string, object?>())), 0),
        "length" => (long)text.Text.Length,
        "startswith" => Function((p, _) => Any(p[0], part => text.Text.StartsWith(part, StringComparison.Ordinal)), 1),
        "endswith" => Function((p, _) => Any(p[0], part => text.Text.EndsWith(part, StringComparison.Ordinal)), 1),
        "split" => Function((p, _) => Split(text, p.Count > 0 ? p[0] : null, p.Count > 1 ? Value.NeedWhole(p[1]) : -1), 2),
        "replace" => Function((p, n) => Replace(text, Value.NeedWords(p[0]), Value.NeedWords(p[1]), p.Count > 2 ? p[2] : n.TryGetValue("count", out var c) ? c : null), 3),
        _ => Undefined.Value,
    };

    public static object Of(MapValue map, string name) => name switch
    {
        "items" => Function((_, _) => Filters.Apply("items", map, new Given([], new Dictionary<string, object?>())), 0),
        "keys" => Function((_, _) => map.Entries.Select(e => (object?)Words.Own(e.Key)).ToList(), 0),
        "values" => Function((_, _) => map.Entries.Select(e => e.Value).ToList(), 0),
        "get" => Function((p, _) => map[Value.NeedWords(p[0]).Text] is var v and not Undefined ? v : p.Count > 1 ? p[1] : null, 2),
        _ => Undefined.Value,
    };

    public static Words Replace(Words text, Words old, Words with, object? count)
    {
        var limit = count is null or Undefined ? -1 : Value.NeedWhole(count);
        if (old.Text.Length == 0)
            throw new TemplateException("replace needs something to replace");
        var parts = text.Split(old.Text, limit);
        return Words.Join([.. parts.SelectMany((part, k) => k == 0 ? (Words[])[part] : [with, part])]);
    }

    public static List<object?> Letters(Words text)
    {
        var (letters, at) = (new List<object?>(), 0);
        foreach (var rune in text.Text.EnumerateRunes())
        {
            letters.Add(text.Slice(at, rune.Utf16SequenceLength));
            at += rune.Utf16SequenceLength;
        }

        return letters;
    }

    public static string Title(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
            result.Append(result.Length == 0 || !(char.IsLetterOrDigit(result[^1]) || result[^1] is '\'' or '_') ? char.ToUpperInvariant(letter) : letter);
        return result.ToString();
    }

    private static bool Any(object? parts, Func<string, bool> holds) =>
        parts is List<object?> several ? several.Exists(p => holds(Value.NeedWords(p).Text)) : holds(Value.NeedWords(parts).Text);

    private static List<object?> Split(Words text, object? separator, int cuts)
    {
        if (separator is Words { Text.Length: > 0 } words)
            return [.. text.Split(words.Text, cuts)];
        if (separator is not null || cuts >= 0)
            throw new TemplateException("split is understood with a separator, or without anything");
        var (all, start) = (new List<object?>(), 0);
        for (var at = 0; at <= text.Text.Length; at++)
        {
            if (at < text.Text.Length && !char.IsWhiteSpace(text.Text[at]))
                continue;
            if (at > start)
                all.Add(text.Slice(start, at - start));
            start = at + 1;
        }

        return all;
    }

    private static Function Function(Func<IReadOnlyList<object?>, IReadOnlyDictionary<string, object?>, object?> body, int most) => (positional, named) =>
        positional.Count <= most && (most == 0 || positional.Count > 0 || most == 2)
            ? body(positional, named)
            : throw new TemplateException($"a method was called with {positional.Count} values");
}
