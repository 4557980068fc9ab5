using System.Collections;
using System.Text.Json;

namespace CollabSummaries.Summarization.Inference.Settings;

/// <summary>The section "Inference" as the server would read it, for programs without its host: a JSON file, and over it environment variables named Inference__….</summary>
public static class SettingsFile
{
    private const string Section = "Inference", Prefix = "Inference__";

    /// <param name="path">Null: no file, the environment alone.</param>
    /// <exception cref="SettingsException">The file is missing or no JSON.</exception>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string? path, IDictionary environment)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (path is not null)
            ReadFile(path, values);
        foreach (DictionaryEntry variable in environment)
        {
            if (variable.Key is string name && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                values[name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal)] = variable.Value as string;
        }

        return [.. values];
    }

    private static void ReadFile(string path, Dictionary<string, string?> values)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var part in json.RootElement.EnumerateObject().Where(p => p.Name.Equals(Section, StringComparison.OrdinalIgnoreCase)))
                Flatten(part.Value, "", values);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new SettingsException([$"the settings file \"{path}\" cannot be read: {e.Message}"]);
        }
    }

    private static void Flatten(JsonElement value, string name, Dictionary<string, string?> values)
    {
        var isGroup = value.ValueKind == JsonValueKind.Object;
        if (name.Length > 0 && !values.TryAdd(name, isGroup || value.ValueKind == JsonValueKind.Null ? null : value.ToString()))
            throw new JsonException($"{Section}:{name} stands there twice; give two models two names");
        if (!isGroup)
            return;
        foreach (var part in value.EnumerateObject())
            Flatten(part.Value, name.Length == 0 ? part.Name : $"{name}:{part.Name}", values);
    }
}
