using DiffPlex;

namespace CollabSummaries.Web.History;

/// <summary>What became of some words.</summary>
public enum Fate
{
    Same,
    Added,
    Removed,
}

/// <summary>Neighboring words of one fate.</summary>
public readonly record struct DiffPiece(Fate Fate, string Text);

/// <summary>Two lines compared word by word.</summary>
internal static class WordDiff
{
    private static readonly char[] Separators = [' ', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '"', '“', '”', '—', '–', '-', '/'];

    /// <summary>Pieces in reading order. The same and the added ones joined give the new text, the same and the removed ones the old.</summary>
    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var diff = Differ.Instance.CreateWordDiffs(before, after, ignoreWhitespace: false, Separators);
        var pieces = new List<DiffPiece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, Fate.Same, diff.PiecesNew, at, block.InsertStartB);
            Add(pieces, Fate.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(pieces, Fate.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, Fate.Same, diff.PiecesNew, at, diff.PiecesNew.Count);
        return pieces;
    }

    private static void Add(List<DiffPiece> pieces, Fate fate, IReadOnlyList<string> words, int from, int to)
    {
        if (to > from)
            pieces.Add(new DiffPiece(fate, string.Concat(words.Skip(from).Take(to - from))));
    }
}
