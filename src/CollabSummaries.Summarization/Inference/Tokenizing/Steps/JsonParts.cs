using System.Text.Json;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>How the parts of tokenizer.json are read: a part names its type, settings left out have the format's own defaults.</summary>
internal static class JsonParts
{
    /// <summary>No part of a tokenizer may work longer on one text.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static JsonElement? Part(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var part) && part.ValueKind is not JsonValueKind.Null ? part : null;

    public static string Type(this JsonElement part) => part.Text("type") ?? throw new JsonException("a part has no type");

    public static bool Flag(this JsonElement part, string name, bool otherwise = false) => part.Part(name)?.GetBoolean() ?? otherwise;

    public static string? Text(this JsonElement part, string name) => part.Part(name)?.GetString();

    /// <summary>A pattern is given as {"String": …} or {"Regex": …}.</summary>
    public static Regex Pattern(this JsonElement part)
    {
        var pattern = part.GetProperty("pattern");
        var source = pattern.Text("Regex") ?? Regex.Escape(pattern.Text("String") ?? throw new JsonException("a pattern is neither String nor Regex"));
        try
        {
            return new Regex(source, RegexOptions.CultureInvariant, s_patience);
        }
        catch (ArgumentException e)
        {
            throw new ModelException($"its pattern {source} is not understood: {e.Message}", e);
        }
    }

    public static ModelException NotUnderstood(string what, string type) => new($"its {what} \"{type}\" is not understood");
}
