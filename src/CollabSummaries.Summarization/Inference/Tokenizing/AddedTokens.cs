using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing.Steps;

namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>A token that stands beside the vocabulary.</summary>
/// <param name="EatsBefore">White space before it belongs to it.</param>
/// <param name="EatsAfter">White space after it belongs to it.</param>
internal sealed record AddedToken(int Id, string Content, bool EatsBefore, bool EatsAfter)
{
    /// <summary>Runs of spaces and line ends are text like any other; every other added token has a meaning of its own and is reached by name alone.</summary>
    public bool IsText => Content.All(c => char.IsWhiteSpace(c) || c == '▁');
}

/// <summary>A model's added tokens, by name and by id.</summary>
internal sealed class AddedTokens
{
    private readonly Dictionary<string, AddedToken> _named = new(StringComparer.Ordinal);
    private readonly HashSet<int> _ids = [];

    public AddedTokens(IEnumerable<AddedToken> tokens)
    {
        foreach (var token in tokens.Where(t => t.Content.Length > 0))
        {
            _named[token.Content] = token;
            if (!token.IsText)
                _ids.Add(token.Id);
        }

        Special = [.. _named.Values.Where(t => !t.IsText)];
        Text = [.. _named.Values.Where(t => t.IsText).OrderByDescending(t => t.Content.Length)];
    }

    public IReadOnlyList<AddedToken> Special { get; }

    /// <summary>Those found in texts too, longest first.</summary>
    public IReadOnlyList<AddedToken> Text { get; }

    public AddedToken? Find(string content) => _named.GetValueOrDefault(content);

    public bool IsSpecial(int id) => _ids.Contains(id);

    public bool IsSpecial(string content) => _named.TryGetValue(content, out var token) && !token.IsText;

    public static AddedTokens Read(JsonElement root) => new(
        !root.TryGetProperty("added_tokens", out var list) || list.ValueKind != JsonValueKind.Array ? [] : list.EnumerateArray().Select(t => new AddedToken(
            t.GetProperty("id").GetInt32(), t.GetProperty("content").GetString()!, t.Flag("lstrip"), t.Flag("rstrip"))));
}
