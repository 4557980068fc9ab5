using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>What can be asked of a value with "is".</summary>
internal static class Tests
{
    private static readonly Dictionary<string, Func<object?, bool>> s_all = new(StringComparer.Ordinal)
    {
        ["defined"] = v => v is not Undefined,
        ["undefined"] = v => v is Undefined,
        ["none"] = v => v is null,
        ["boolean"] = v => v is bool,
        ["true"] = v => v is true,
        ["false"] = v => v is false,
        ["string"] = v => v is Words,
        ["number"] = Value.IsNumber,
        ["integer"] = v => v is long,
        ["iterable"] = v => v is List<object?> or Words,
        ["sequence"] = v => v is List<object?> or Words or MapValue,
        ["mapping"] = v => v is MapValue,
        ["callable"] = v => v is Function,
        ["odd"] = v => Value.NeedWhole(v) % 2 != 0,
        ["even"] = v => Value.NeedWhole(v) % 2 == 0,
        ["lower"] = v => v is Words words && !words.Text.Any(char.IsUpper),
        ["upper"] = v => v is Words words && !words.Text.Any(char.IsLower),
    };

    public static string Known(string name) => s_all.ContainsKey(name) ? name : throw new TemplateException($"the test \"{name}\" is not understood");

    public static bool Ask(string name, object? value) => s_all[Known(name)](value);
}
