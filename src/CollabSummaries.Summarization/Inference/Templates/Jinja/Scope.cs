using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>Names and their values; what is set inside a loop is gone after each turn, as Jinja has it.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, object?> _names = new(StringComparer.Ordinal);

    public object? this[string name]
    {
        get => _names.TryGetValue(name, out var value) ? value : outer is null ? Undefined.Value : outer[name];
        set => _names[name] = value;
    }
}
