using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>A piece of a prompt: the name of one special token, or text that is encoded as text.</summary>
internal readonly record struct PromptPiece(string Text, bool Special)
{
    /// <summary>Cuts rendered text at the special tokens the template spelled; those that a message spelled stay text. At each place the longest token counts.</summary>
    public static IReadOnlyList<PromptPiece> Cut(Words words, AddedTokens added)
    {
        var (pieces, text) = (new List<PromptPiece>(), new List<string>());
        void Flush()
        {
            if (text.Sum(t => t.Length) > 0)
                pieces.Add(new PromptPiece(string.Concat(text), false));
            text.Clear();
        }

        var longestFirst = added.Special.OrderByDescending(t => t.Content.Length).ToList();
        foreach (var (stretch, foreign) in words.Stretches())
        {
            var start = 0;
            for (var at = 0; !foreign && at < stretch.Length; at++)
            {
                if (longestFirst.Find(t => string.CompareOrdinal(stretch, at, t.Content, 0, t.Content.Length) == 0) is not { } token)
                    continue;
                text.Add(stretch[start..at]);
                Flush();
                pieces.Add(new PromptPiece(token.Content, true));
                start = at + token.Content.Length;
                at = start - 1;
            }

            text.Add(stretch[start..]);
        }

        Flush();
        return pieces;
    }
}
