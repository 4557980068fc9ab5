namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>
/// An answer's text as its ids arrive. Law: what was given out so far, together, is the text of the ids so far but for an end held back: ids are held back while the text ends
/// in U+FFFD, because then a character may be half written.
/// </summary>
internal sealed class TextStream(TextTokenizer tokenizer)
{
    private readonly List<int> _ids = [];
    private int _context, _given;

    /// <returns>The text that became certain; often empty.</returns>
    public string Add(int id)
    {
        _ids.Add(id);
        var (known, text) = Texts();
        if (text.Length <= known.Length || text.EndsWith('\uFFFD'))
            return "";
        (_context, _given) = (_given, _ids.Count);
        return text[known.Length..];
    }

    /// <summary>The answer ended; a character half written is U+FFFD.</summary>
    public string End()
    {
        var (known, text) = Texts();
        (_context, _given) = (_ids.Count, _ids.Count);
        return text.Length > known.Length ? text[known.Length..] : "";
    }

    /// <summary>Read again with the ids before, since a token's text may depend on not being the first.</summary>
    private (string Known, string Text) Texts() => (tokenizer.Decode(_ids.Skip(_context).Take(_given - _context)), tokenizer.Decode(_ids.Skip(_context)));
}
