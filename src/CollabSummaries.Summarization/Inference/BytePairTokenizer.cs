using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace CollabSummaries.Summarization.Inference;

/// <summary>
/// Byte-level BPE as tokenizer.json describes it. Text is always text: a special token spelled out in it stays letters, special ids are
/// reached by name alone.
/// </summary>
internal sealed partial class BytePairTokenizer
{
    private readonly BpeTokenizer _tokenizer;
    private readonly Dictionary<string, int> _special;
    private readonly HashSet<int> _specialIds;

    private BytePairTokenizer(BpeTokenizer tokenizer, Dictionary<string, int> special)
    {
        (_tokenizer, _special) = (tokenizer, special);
        _specialIds = [.. special.Values];
    }

    /// <exception cref="ModelException">The file is broken or of another kind.</exception>
    public static BytePairTokenizer Load(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            var model = root.GetProperty("model");
            if (model.GetProperty("type").GetString() != "BPE" || !IsByteLevel(root.GetProperty("pre_tokenizer")))
                throw new ModelException($"'{file}' is no byte-level BPE tokenizer; only that kind is read");
            var special = root.GetProperty("added_tokens").EnumerateArray().ToDictionary(t => t.GetProperty("content").GetString()!, t => t.GetProperty("id").GetInt32());
            var options = new BpeOptions(model.GetProperty("vocab").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetInt32())))
            {
                Merges = [.. model.GetProperty("merges").EnumerateArray().Select(Merge)],
                PreTokenizer = new RegexPreTokenizer(Words(), null),
                ByteLevel = true,
            };
            return new BytePairTokenizer(BpeTokenizer.Create(options), special);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IOException)
        {
            throw new ModelException($"'{file}' cannot be read: {e.Message}", e);
        }
    }

    public IReadOnlyList<int> Encode(string text) => _tokenizer.EncodeToIds(text, considerPreTokenization: true, considerNormalization: false);

    /// <exception cref="ModelException">The tokenizer has no such special token.</exception>
    public int Special(string token) =>
        _special.TryGetValue(token, out var id) ? id : throw new ModelException($"the tokenizer has no token {token}");

    /// <summary>The text of ids, special ones left out.</summary>
    public string Decode(IEnumerable<int> ids) => _tokenizer.Decode(ids.Where(id => !_specialIds.Contains(id)));

    private static bool IsByteLevel(JsonElement splitting) => splitting.ValueKind == JsonValueKind.Object
        && splitting.GetProperty("type").GetString() == "ByteLevel" && splitting.GetProperty("use_regex").GetBoolean() && !splitting.GetProperty("add_prefix_space").GetBoolean();

    private static string Merge(JsonElement merge) =>
        merge.ValueKind == JsonValueKind.String ? merge.GetString()! : $"{merge[0].GetString()} {merge[1].GetString()}";

    /// <summary>The word pattern of GPT-2, which ByteLevel with use_regex means.</summary>
    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    private static partial Regex Words();
}
