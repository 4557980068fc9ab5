namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

/// <summary>Names with values, in the order they were given.</summary>
/// <param name="writable">Made by namespace(): a template may set its members.</param>
internal sealed class MapValue(bool writable = false)
{
    private readonly OrderedDictionary<string, object?> _entries = new(StringComparer.Ordinal);

    public bool Writable => writable;

    public IEnumerable<KeyValuePair<string, object?>> Entries => _entries;

    public int Count => _entries.Count;

    public object? this[string name]
    {
        get => _entries.TryGetValue(name, out var value) ? value : Undefined.Value;
        set => _entries[name] = value;
    }

    public bool Has(string name) => _entries.ContainsKey(name);
}

/// <summary>What a template can call.</summary>
internal delegate object? Function(IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> named);
