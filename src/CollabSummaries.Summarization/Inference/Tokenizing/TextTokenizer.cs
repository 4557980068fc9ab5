using System.Text;
using CollabSummaries.Summarization.Inference.Tokenizing.Steps;

namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>
/// Text to ids and back, as a model's tokenizer.json says. Text is always text: a special token spelled out in it stays letters, special ids are reached by name alone.
/// Any number of threads may use one.
/// </summary>
internal sealed class TextTokenizer
{
    private readonly Func<string, string> _normalize;
    private readonly Splitter _split;
    private readonly Vocabulary _vocabulary;
    private readonly Func<IReadOnlyList<string>, IReadOnlyList<string>> _join;

    internal TextTokenizer(AddedTokens added, Func<string, string> normalize, Splitter split, Vocabulary vocabulary, Func<IReadOnlyList<string>, IReadOnlyList<string>> join) =>
        (Added, _normalize, _split, _vocabulary, _join) = (added, normalize, split, vocabulary, join);

    public AddedTokens Added { get; }

    /// <param name="first">The text stands at the very beginning of the prompt, not after a special token; some models put a space before it there.</param>
    public IReadOnlyList<int> Encode(string text, bool first = true)
    {
        var ids = new List<int>(text.Length / 3 + 4);
        foreach (var (piece, token) in WithTextTokens(Whole(text)))
        {
            if (token is not null)
                ids.Add(token.Id);
            else if (_normalize(piece) is { Length: > 0 } normal)
                foreach (var part in _split(normal, first && ids.Count == 0))
                    _vocabulary.Encode(part, ids);
        }

        return ids;
    }

    /// <summary>The text of ids, special ones and unknown ids left out.</summary>
    public string Decode(IEnumerable<int> ids) =>
        string.Concat(_join([.. ids.Where(id => !Added.IsSpecial(id)).Select(TokenOf).OfType<string>()]));

    /// <exception cref="ModelException">The tokenizer has no such token.</exception>
    public int Special(string name) => FindSpecial(name) ?? throw new ModelException($"the tokenizer has no token {name}");

    public int? FindSpecial(string name) => Added.Find(name)?.Id;

    /// <summary>Reads an answer while it is written.</summary>
    public TextStream Stream() => new(this);

    /// <summary>Halves of characters cannot be spelled in UTF-8.</summary>
    private static string Whole(string text) => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private string? TokenOf(int id) => _vocabulary.TokenOf(id) ?? Added.Text.FirstOrDefault(t => t.Id == id)?.Content;

    /// <summary>Cuts out the added tokens that are mere white space, the longest at each place.</summary>
    private IEnumerable<(string Piece, AddedToken? Token)> WithTextTokens(string text)
    {
        var start = 0;
        for (var at = 0; Added.Text.Count > 0 && at < text.Length; at++)
        {
            if (Added.Text.FirstOrDefault(t => string.CompareOrdinal(text, at, t.Content, 0, t.Content.Length) == 0) is not { } token)
                continue;
            if (at > start)
                yield return (text[start..at], null);
            yield return (token.Content, token);
            start = at + token.Content.Length;
            at = start - 1;
        }

        if (start < text.Length)
            yield return (text[start..], null);
    }
}
