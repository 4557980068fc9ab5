using System.Globalization;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>What can be done to a value with "|".</summary>
internal static class Filters
{
    private static readonly Dictionary<string, Func<object?, Given, object?>> s_all = new(StringComparer.Ordinal)
    {
        ["trim"] = (v, _) => Value.NeedWords(v).Trim(start: true, end: true),
        ["upper"] = (v, _) => Value.NeedWords(v).Map(t => t.ToUpperInvariant()),
        ["lower"] = (v, _) => Value.NeedWords(v).Map(t => t.ToLowerInvariant()),
        ["capitalize"] = (v, _) => Value.NeedWords(v).Map(t => t.Length == 0 ? t : char.ToUpperInvariant(t[0]) + t[1..]),
        ["title"] = (v, _) => Value.NeedWords(v).Map(Methods.Title),
        ["replace"] = (v, g) => Methods.Replace(Value.NeedWords(v), Value.NeedWords(g.At(0, "old")), Value.NeedWords(g.At(1, "new")), g.At(2, "count")),
        ["indent"] = (v, g) => Indent(Value.NeedWords(v), g.Whole(0, "width", 4), g.Truth(1, "first"), g.Truth(2, "blank")),
        ["string"] = (v, _) => Value.ToWords(v),
        ["safe"] = (v, _) => v,
        ["tojson"] = (v, g) => Json.Write(v, g.Whole(0, "indent", 0), g.Truth(9, "sort_keys")),
        ["default"] = (v, g) => v is Undefined || (g.Truth(1, "boolean") && !Value.IsTrue(v)) ? g.At(0, "default_value", Words.Empty) : v,
        ["length"] = (v, _) => Length(v),
        ["count"] = (v, _) => Length(v),
        ["int"] = (v, g) => v is Words w ? (long.TryParse(w.Text.Trim(), CultureInfo.InvariantCulture, out var n) ? n : g.At(0, "default", 0L)) : (object)(long)Math.Floor(Value.ToNumber(v)),
        ["abs"] = (v, _) => v is long n ? (object)Math.Abs(n) : Math.Abs(Value.ToNumber(v)),
        ["list"] = (v, _) => new List<object?>(Items(v)),
        ["first"] = (v, _) => Items(v) is { Count: > 0 } items ? items[0] : Undefined.Value,
        ["last"] = (v, _) => Items(v) is { Count: > 0 } items ? items[^1] : Undefined.Value,
        ["reverse"] = (v, _) => Enumerable.Reverse(Items(v)).ToList(),
        ["unique"] = (v, _) => Items(v).Aggregate(new List<object?>(), (kept, item) => kept.Exists(k => Value.Same(k, item)) ? kept : [.. kept, item]),
        ["join"] = (v, g) => Join(Items(v), Value.NeedWords(g.At(0, "d", Words.Empty))),
        ["sort"] = (v, g) => Sort(Items(v), g.Truth(0, "reverse"), !g.Truth(1, "case_sensitive"), g.At(2, "attribute", null)),
        ["items"] = (v, _) => Entries(v),
        ["dictsort"] = (v, _) => Entries(v).OrderBy(e => ((Words)((List<object?>)e!)[0]!).Text.ToLowerInvariant(), StringComparer.Ordinal).ToList(),
        ["map"] = (v, g) => Items(v).Select(item => Attribute(item, Value.NeedWords(g.Named("attribute")).Text) is var a and not Undefined ? a : g.At(9, "default")).ToList(),
        ["selectattr"] = (v, g) => Items(v).Where(item => Holds(item, g)).ToList(),
        ["rejectattr"] = (v, g) => Items(v).Where(item => !Holds(item, g)).ToList(),
    };

    public static string Known(string name) => s_all.ContainsKey(name) ? name : throw new TemplateException($"the filter \"{name}\" is not understood");

    public static object? Apply(string name, object? value, Given given) => s_all[name](value, given);

    private static long Length(object? value) => value switch
    {
        Words words => words.Text.Length,
        MapValue map => map.Count,
        _ => Items(value).Count,
    };

    /// <summary>Items of a list, letters of a text, names of a mapping.</summary>
    private static List<object?> Items(object? value) => value switch
    {
        List<object?> list => list,
        Words words => Methods.Letters(words),
        MapValue map => [.. map.Entries.Select(e => Words.Own(e.Key))],
        _ => throw new TemplateException($"{Value.NameOf(value)} stands where a list is wanted"),
    };

    private static List<object?> Entries(object? value) => value is MapValue map
        ? [.. map.Entries.Select(e => new List<object?> { Words.Own(e.Key), e.Value })]
        : throw new TemplateException($"{Value.NameOf(value)} stands where a mapping is wanted");

    private static Words Join(List<object?> items, Words separator) =>
        Words.Join([.. items.SelectMany((item, k) => k == 0 ? (Words[])[Value.ToWords(item)] : [separator, Value.ToWords(item)])]);

    private static List<object?> Sort(List<object?> items, bool descending, bool ignoreCase, object? attribute)
    {
        object? Key(object? item) => attribute is null ? item : Attribute(item, Value.NeedWords(attribute).Text);
        var order = Comparer<object?>.Create((a, b) => Value.Compare(a, b, ignoreCase));
        return descending ? [.. items.OrderByDescending(Key, order)] : [.. items.OrderBy(Key, order)];
    }

    private static object? Attribute(object? item, string path) =>
        path.Split('.').Aggregate(item, (of, name) => of is MapValue map ? map[name] : of is List<object?> list && int.TryParse(name, out var at) && at >= 0 && at < list.Count ? list[at] : Undefined.Value);

    private static bool Holds(object? item, Given given)
    {
        var attribute = Attribute(item, Value.NeedWords(given.At(0, "attribute")).Text);
        return given.At(1, "test", null) switch
        {
            null => Value.IsTrue(attribute),
            Words { Text: "equalto" or "eq" or "==" } => Value.Same(attribute, given.At(2, "value")),
            var test => attribute is not Undefined && Tests.Ask(Value.NeedWords(test).Text, attribute),
        };
    }

    private static Words Indent(Words text, int width, bool first, bool blank)
    {
        var margin = Words.Own(new string(' ', Math.Clamp(width, 0, 100)));
        var lines = text.Split("\n", -1);
        return Words.Join([.. lines.SelectMany((line, k) => (Words[])
            [k == 0 ? Words.Empty : Words.Own("\n"), (k > 0 || first) && (line.Text.Length > 0 || blank) ? margin : Words.Empty, line])]);
    }
}
