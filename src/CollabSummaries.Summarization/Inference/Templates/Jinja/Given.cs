using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>The values a filter or function was called with.</summary>
internal sealed record Given(IReadOnlyList<object?> Positional, IReadOnlyDictionary<string, object?> ByName)
{
    public object? At(int place, string name) => At(place, name, Undefined.Value);

    public object? At(int place, string name, object? otherwise) =>
        place < Positional.Count ? Positional[place] : ByName.TryGetValue(name, out var value) ? value : otherwise;

    public object? Named(string name) => ByName.TryGetValue(name, out var value) ? value : throw new TemplateException($"a filter is not understood without {name}=");

    public int Whole(int place, string name, int otherwise) => At(place, name) is var value and not (Undefined or null) ? Value.NeedWhole(value) : otherwise;

    public bool Truth(int place, string name) => Value.IsTrue(At(place, name));
}
