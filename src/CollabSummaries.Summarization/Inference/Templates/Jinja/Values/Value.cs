using System.Globalization;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

/// <summary>
/// The values of a template: null (none), Undefined, bool, long, double, Words, List of values, MapValue, Function. This is what holds for all of them.
/// </summary>
internal static class Value
{
    public static bool IsTrue(object? value) => value switch
    {
        null or Undefined => false,
        bool truth => truth,
        long number => number != 0,
        double number => number != 0,
        Words words => words.Text.Length > 0,
        List<object?> list => list.Count > 0,
        MapValue map => map.Count > 0,
        _ => true,
    };

    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (Words a, Words b) => a.Text == b.Text,
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second)),
        (long or double or bool, long or double or bool) => ToNumber(left) == ToNumber(right),
        _ => ReferenceEquals(left, right),
    };

    /// <summary>As it is printed; nothing for none and undefined.</summary>
    public static Words ToWords(object? value) => value switch
    {
        null or Undefined => Words.Empty,
        Words words => words,
        bool truth => Words.Own(truth ? "true" : "false"),
        long number => Words.Own(number.ToString(CultureInfo.InvariantCulture)),
        double number => Words.Own(Text(number)),
        Function => throw new TemplateException("a function cannot be printed"),
        _ => Json.Write(value),
    };

    public static string Text(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15 ? number.ToString("F1", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    public static bool IsNumber(object? value) => value is long or double;

    public static double ToNumber(object? value) => value switch
    {
        long number => number,
        double number => number,
        bool truth => truth ? 1 : 0,
        _ => throw new TemplateException($"{NameOf(value)} is no number"),
    };

    public static Words NeedWords(object? value) => value as Words ?? throw new TemplateException($"{NameOf(value)} stands where text is wanted");

    public static int NeedWhole(object? value) => value is long number and >= int.MinValue and <= int.MaxValue ? (int)number : throw new TemplateException($"{NameOf(value)} stands where a whole number is wanted");

    /// <summary>Less than, equal, greater than 0. Only values of one kind can be ordered.</summary>
    public static int Compare(object? left, object? right, bool ignoreCase) => (left, right) switch
    {
        (Words a, Words b) => ignoreCase ? string.CompareOrdinal(a.Text.ToLowerInvariant(), b.Text.ToLowerInvariant()) : string.CompareOrdinal(a.Text, b.Text),
        (long or double or bool, long or double or bool) => ToNumber(left).CompareTo(ToNumber(right)),
        _ => throw new TemplateException($"{NameOf(left)} and {NameOf(right)} cannot be compared"),
    };

    public static string NameOf(object? value) => value switch
    {
        null => "none",
        Undefined => "an undefined value",
        bool => "a truth value",
        long or double => "a number",
        Words => "text",
        List<object?> => "a list",
        MapValue => "a mapping",
        _ => "a function",
    };
}
