using System.Globalization;
using System.Text;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

/// <summary>Values as JSON, spaced as Python does it. Text in it keeps its origin as a whole value.</summary>
internal static class Json
{
    public static Words Write(object? value, int indent = 0, bool sorted = false) => Words.Join([.. Parts(value, indent, sorted, 0)]);

    private static IEnumerable<Words> Parts(object? value, int indent, bool sorted, int depth)
    {
        if (depth > 100)
            throw new TemplateException("a value nests too deep for JSON");
        switch (value)
        {
            case null or Undefined:
                return [Words.Own("null")];
            case Words words:
                return [words.Map(Quote)];
            case List<object?> list:
                return Around('[', list.Select(item => Parts(item, indent, sorted, depth + 1)), ']', indent, depth);
            case MapValue map:
                var entries = sorted ? map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal) : map.Entries;
                return Around('{', entries.Select(e => Parts(e.Value, indent, sorted, depth + 1).Prepend(Words.Own(Quote(e.Key) + ": "))), '}', indent, depth);
            case double number when number == Math.Floor(number):
                return [Words.Own(number.ToString("F0", CultureInfo.InvariantCulture))];
            case bool or long or double:
                return [Value.ToWords(value)];
            default:
                throw new TemplateException($"{Value.NameOf(value)} cannot be written as JSON");
        }
    }

    private static IEnumerable<Words> Around(char open, IEnumerable<IEnumerable<Words>> items, char close, int indent, int depth)
    {
        var (inner, outer) = indent > 0 ? ("\n" + new string(' ', indent * (depth + 1)), "\n" + new string(' ', indent * depth)) : ("", "");
        var first = true;
        yield return Words.Own(open.ToString());
        foreach (var item in items)
        {
            yield return Words.Own((first ? "" : indent > 0 ? "," : ", ") + inner);
            foreach (var part in item)
                yield return part;
            first = false;
        }

        yield return Words.Own((first ? "" : outer) + close);
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '\b' => "\\b", '\f' => "\\f",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
