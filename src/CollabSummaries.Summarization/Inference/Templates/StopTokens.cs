using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>The tokens that end an answer: what generation_config.json and tokenizer_config.json name, and the end of a turn of every family, where the tokenizer has it.</summary>
internal static class StopTokens
{
    private static readonly string[] s_endings =
        ["<|im_end|>", "<|eot_id|>", "<|eom_id|>", "<|end_of_text|>", "<|endoftext|>", "<end_of_turn>", "<eos>", "<|end|>", "</s>"];

    public static IReadOnlySet<int> Read(string folder, TextTokenizer tokenizer)
    {
        var ids = new HashSet<int>(s_endings.Select(tokenizer.FindSpecial).OfType<int>());
        if (Property(folder, "generation_config.json", "eos_token_id") is { } listed)
            ids.UnionWith(Numbers(listed, folder));
        var named = Property(folder, "tokenizer_config.json", "eos_token");
        var name = named is { ValueKind: JsonValueKind.Object } settings && settings.TryGetProperty("content", out var content) ? content.GetString() : named is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        if (name is not null && tokenizer.FindSpecial(name) is { } id)
            ids.Add(id);
        return ids;
    }

    private static IEnumerable<int> Numbers(JsonElement listed, string folder) =>
        (listed.ValueKind == JsonValueKind.Array ? listed.EnumerateArray().ToList() : listed.ValueKind == JsonValueKind.Number ? [listed] : [])
            .Select(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? number : throw new ModelException($"eos_token_id in generation_config.json of '{folder}' is no number of a token"));

    private static JsonElement? Property(string folder, string name, string property)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.TryGetProperty(property, out var value) ? value.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ModelException($"'{file}' cannot be read: {e.Message}", e);
        }
    }
}
