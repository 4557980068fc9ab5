using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Json;

internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Object,
}

/// <summary>A JSON value that knows the lines it stands on.</summary>
/// <param name="text">The string, or the number as written.</param>
/// <param name="line">First line of the file, from 1.</param>
/// <param name="chars">Where it stands in the file; of a list or object only its start.</param>
internal sealed class JsonValue(JsonKind kind, string text, int line, SourceChars chars)
{
    private static readonly List<JsonValue> None = [];

    public JsonKind Kind { get; } = kind;

    public int Line { get; } = line;

    /// <summary>Characters of a value; of a string those between its quotes.</summary>
    public SourceChars Inside { get; } = kind == JsonKind.Text ? new SourceChars(chars.Start + 1, chars.End - 1) : chars;

    /// <summary>Last line, inclusive.</summary>
    public int LastLine { get; set; } = line;

    /// <summary>Elements of a list; of anything else none.</summary>
    public List<JsonValue> Items { get; } = kind == JsonKind.List ? [] : None;

    public Dictionary<string, JsonValue>? Members { get; } = kind == JsonKind.Object ? new(StringComparer.Ordinal) : null;

    /// <summary>A string; null for anything else.</summary>
    public string? Text => Kind == JsonKind.Text ? text : null;

    /// <summary>What a string or number says; null for anything else.</summary>
    public string? Scalar => Kind is JsonKind.Text or JsonKind.Number ? text : null;

    /// <summary>The member of an object by the first of these names it has; null when it has none.</summary>
    public JsonValue? this[params ReadOnlySpan<string> names]
    {
        get
        {
            if (Members is null) return null;
            foreach (var name in names)
            {
                if (Members.TryGetValue(name, out var value) && value.Kind != JsonKind.Null) return value;
            }

            return null;
        }
    }

    /// <summary>Elements of a list member; none when there is no such member.</summary>
    public List<JsonValue> List(params ReadOnlySpan<string> names) => this[names]?.Items ?? None;
}
