using System.Text.Json;
using CollabSummaries.Summarization.Inference.Templates.Jinja;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>
/// Finds the chat template of a model folder: its own (chat_template.jinja, or chat_template in tokenizer_config.json) where it is understood, since members of a family differ in
/// what no marker tells; else the family's; else the model is refused with what was not understood.
/// </summary>
internal static class TemplateFile
{
    private const int LargestTemplate = 512 * 1024;
    private static readonly string[] s_tokens = ["bos_token", "eos_token", "unk_token", "pad_token"];

    /// <exception cref="ModelException">The folder has no template that is understood, and its tokenizer is of no known family.</exception>
    public static ChatTemplate Load(string folder, TextTokenizer tokenizer, TimeProvider time)
    {
        using var settings = Settings(Path.Combine(folder, "tokenizer_config.json"));
        string? reason = "it has no chat_template.jinja and no chat_template in tokenizer_config.json";
        if (Source(folder, settings?.RootElement) is { } source)
        {
            try
            {
                return new JinjaTemplate(source, Names(settings?.RootElement), tokenizer.Added, time);
            }
            catch (TemplateException e)
            {
                reason = $"in its chat template {e.Message}";
            }
        }

        return FamilyTemplate.Find(tokenizer.Added)
            ?? throw new ModelException($"the model in '{folder}' cannot be talked to: {reason}, and its special tokens are not those of ChatML, Llama 3, Gemma, Phi 3 or Mistral");
    }

    private static JsonDocument? Settings(string file)
    {
        try
        {
            return File.Exists(file) ? JsonDocument.Parse(File.ReadAllBytes(file)) : null;
        }
        catch (JsonException e)
        {
            throw new ModelException($"'{file}' cannot be read: {e.Message}", e);
        }
    }

    private static string? Source(string folder, JsonElement? settings)
    {
        var file = new FileInfo(Path.Combine(folder, "chat_template.jinja"));
        if (file.Exists)
            return file.Length <= LargestTemplate ? File.ReadAllText(file.FullName) : throw new ModelException($"'{file.FullName}' is larger than {LargestTemplate / 1024} KiB");
        if (settings is not { ValueKind: JsonValueKind.Object } some || !some.TryGetProperty("chat_template", out var template))
            return null;
        // Some models bring several; the one for plain conversation is called default.
        return template.ValueKind == JsonValueKind.Array
            ? template.EnumerateArray().FirstOrDefault(t => t.TryGetProperty("name", out var name) && name.ValueEquals("default")) is { ValueKind: JsonValueKind.Object } named ? named.GetProperty("template").GetString() : null
            : template.ValueKind == JsonValueKind.String ? template.GetString() : null;
    }

    /// <summary>A token is given by its text, or with its settings.</summary>
    private static Dictionary<string, string> Names(JsonElement? settings)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in s_tokens)
        {
            if (settings is not { ValueKind: JsonValueKind.Object } some || !some.TryGetProperty(name, out var token))
                continue;
            if (token.ValueKind == JsonValueKind.Object && token.TryGetProperty("content", out var content))
                token = content;
            if (token.ValueKind == JsonValueKind.String)
                names[name] = token.GetString()!;
        }

        return names;
    }
}
