using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>The ids of a prompt.</summary>
internal static class PromptIds
{
    /// <summary>Special tokens by name, everything else as text; some tokens swallow the white space beside them.</summary>
    public static IReadOnlyList<int> Encode(this TextTokenizer tokenizer, IReadOnlyList<PromptPiece> pieces)
    {
        var ids = new List<int>();
        for (var k = 0; k < pieces.Count; k++)
        {
            if (pieces[k].Special)
            {
                ids.Add(tokenizer.Special(pieces[k].Text));
                continue;
            }

            var text = pieces[k].Text;
            if (Neighbor(k - 1) is { EatsAfter: true })
                text = text.TrimStart();
            if (Neighbor(k + 1) is { EatsBefore: true })
                text = text.TrimEnd();
            ids.AddRange(tokenizer.Encode(text, first: k == 0));
        }

        return ids;

        AddedToken? Neighbor(int at) => at >= 0 && at < pieces.Count && pieces[at].Special ? tokenizer.Added.Find(pieces[at].Text) : null;
    }
}
