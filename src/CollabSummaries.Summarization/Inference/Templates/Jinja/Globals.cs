using System.Globalization;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>The names every template knows.</summary>
internal static class Globals
{
    private const int LongestRange = 100_000;

    public static Scope New(TimeProvider time)
    {
        var scope = new Scope(null);
        foreach (var (lower, upper, value) in (IEnumerable<(string, string, object?)>)[("true", "True", true), ("false", "False", false), ("none", "None", null)])
            (scope[lower], scope[upper]) = (value, value);
        scope["namespace"] = (Function)Namespace;
        scope["range"] = (Function)((p, _) => Range([.. p.Select(v => Value.NeedWhole(v))]));
        scope["raise_exception"] = (Function)((p, _) => throw new TemplateException(p.Count > 0 ? Value.ToWords(p[0]).Text : "no reason given"));
        scope["strftime_now"] = (Function)((p, _) => Words.Own(Date(Value.NeedWords(p.Count > 0 ? p[0] : null).Text, time.GetUtcNow())));
        return new Scope(scope);
    }

    private static MapValue Namespace(IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> named)
    {
        var space = new MapValue(writable: true);
        var given = positional.OfType<MapValue>().SelectMany(m => m.Entries).Concat(named);
        foreach (var (name, value) in given)
            space[name] = value;
        return space;
    }

    private static List<object?> Range(int[] numbers)
    {
        var (start, stop, step) = numbers.Length switch { 1 => (0, numbers[0], 1), 2 => (numbers[0], numbers[1], 1), 3 => (numbers[0], numbers[1], numbers[2]), _ => (0, 0, 0) };
        if (step == 0 || Math.Abs(((long)stop - start) / step) > LongestRange)
            throw new TemplateException("a range is not understood, or is too long");
        var all = new List<object?>();
        for (long at = start; step > 0 ? at < stop : at > stop; at += step)
            all.Add(at);
        return all;
    }

    /// <summary>The day as templates put it in a system prompt.</summary>
    private static string Date(string format, DateTimeOffset now)
    {
        (string Code, string Meaning)[] codes = [("%Y", "yyyy"), ("%y", "yy"), ("%m", "MM"), ("%d", "dd"), ("%b", "MMM"), ("%B", "MMMM"), ("%H", "HH"), ("%M", "mm"), ("%S", "ss"), ("%A", "dddd"), ("%a", "ddd")];
        foreach (var (code, meaning) in codes)
            format = format.Replace(code, now.ToString(meaning, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return format.Contains('%', StringComparison.Ordinal) ? throw new TemplateException($"the date format {format} is not understood") : format;
    }
}
