using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>What stands between values.</summary>
internal static class Operators
{
    public static object Unary(string name, object? value) => (name, value) switch
    {
        ("not", _) => !Value.IsTrue(value),
        ("-", double number) => -number,
        ("-", _) => -(long)Value.ToNumber(value),
        (_, double number) => number,
        _ => (long)Value.ToNumber(value),
    };

    public static object? Binary(string name, object? left, object? right) => name switch
    {
        "==" => Value.Same(left, right),
        "!=" => !Value.Same(left, right),
        "in" => Contains(right, left),
        "<" => Value.Compare(left, right, ignoreCase: false) < 0,
        ">" => Value.Compare(left, right, ignoreCase: false) > 0,
        "<=" => Value.Compare(left, right, ignoreCase: false) <= 0,
        ">=" => Value.Compare(left, right, ignoreCase: false) >= 0,
        "~" => Joined(left, right),
        "+" when left is Words || right is Words => Joined(left, right),
        "+" when left is List<object?> a && right is List<object?> b => new List<object?>([.. a, .. b]),
        _ => Calculate(name, left, right),
    };

    private static bool Contains(object? whole, object? part) => whole switch
    {
        List<object?> list => list.Exists(item => Value.Same(item, part)),
        MapValue map => part is Words name && map.Has(name.Text),
        Words text => text.Text.Contains(Value.NeedWords(part).Text, StringComparison.Ordinal),
        Undefined => false,
        _ => throw new TemplateException($"\"in\" is not understood with {Value.NameOf(whole)}"),
    };

    private static Words Joined(object? left, object? right) => left is null or Undefined || right is null or Undefined
        ? throw new TemplateException($"{Value.NameOf(left)} and {Value.NameOf(right)} cannot be joined")
        : Words.Join([Value.ToWords(left), Value.ToWords(right)]);

    private static object? Calculate(string name, object? left, object? right)
    {
        var (a, b) = (Value.ToNumber(left), Value.ToNumber(right));
        if (name is "/" or "//" or "%" && b == 0)
            throw new TemplateException("a number is divided by zero");
        var result = name switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "//" => Math.Floor(a / b),
            "%" => a - b * Math.Floor(a / b),
            "**" => Math.Pow(a, b),
            _ => throw new TemplateException($"the operator {name} is not understood"),
        };
        object whole = (long)Math.Clamp(result, long.MinValue / 2, long.MaxValue / 2);
        return left is double || right is double || name == "/" || (name == "**" && b < 0) ? result : whole;
    }
}
