using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing.Steps;

namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>Tokens and their ids, as the "model" of tokenizer.json gives them. It turns one piece of text, cut by the splitter, into ids.</summary>
internal abstract class Vocabulary
{
    private readonly Dictionary<int, string> _tokens = [];

    protected Vocabulary(JsonElement model)
    {
        foreach (var entry in model.GetProperty("vocab").EnumerateObject())
        {
            Ids[entry.Name] = entry.Value.GetInt32();
            _tokens[entry.Value.GetInt32()] = entry.Name;
        }
    }

    protected Dictionary<string, int> Ids { get; } = new(StringComparer.Ordinal);

    public static Vocabulary Read(JsonElement model, AddedTokens added) => model.Text("type") switch
    {
        "BPE" => new BytePairs(model, added),
        "WordPiece" => new WordPieces(model),
        var type => throw JsonParts.NotUnderstood("model type", type ?? "(none)"),
    };

    public abstract void Encode(string piece, List<int> into);

    public string? TokenOf(int id) => _tokens.GetValueOrDefault(id);

    public int? IdOf(string token) => Ids.TryGetValue(token, out var id) ? id : null;
}
