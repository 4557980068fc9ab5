namespace CollabSummaries.Editing.Diffing;

/// <summary>A stretch of text cut in lines or words; equal tokens have equal numbers within one <see cref="Vocabulary"/>.</summary>
/// <param name="Ids">One number a token.</param>
/// <param name="Starts">Where each begins in the whole text, and behind the last where that ends.</param>
internal sealed record Tokens(int[] Ids, int[] Starts)
{
    public int Count => Ids.Length;
}

/// <summary>Numbers tokens by their text.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>Lines with the break that ends them.</summary>
    public Tokens Lines(string text) => Cut(text, 0, text.Length, static rest => rest.IndexOf('\n') is var at and >= 0 ? at + 1 : rest.Length);

    /// <summary>Words; any other character is a token of its own. A surrogate pair is never cut.</summary>
    public Tokens Words(string text, int from, int to) => Cut(text, from, to, WordLength);

    private Tokens Cut(string text, int from, int to, Func<ReadOnlySpan<char>, int> next)
    {
        var ids = new List<int>();
        var starts = new List<int>();
        var known = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = from; at < to;)
        {
            var token = text.AsSpan(at, next(text.AsSpan(at, to - at)));
            if (!known.TryGetValue(token, out var id)) known[token] = id = _ids.Count;
            ids.Add(id);
            starts.Add(at);
            at += token.Length;
        }
        starts.Add(to);
        return new Tokens([.. ids], [.. starts]);
    }

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetterOrDigit(rest[length])) length++;
        if (length > 0) return length;
        return rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]) ? 2 : 1;
    }
}
