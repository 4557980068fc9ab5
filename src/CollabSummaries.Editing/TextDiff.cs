using CollabSummaries.Editing.Diffing;

namespace CollabSummaries.Editing;

/// <summary>
/// Finds a small edit that leads from one text to another, in whole lines and words, so that a restored version, a model's draft or a comparison
/// touches what differs and leaves the rest, with its authors and bullets, alone. Never cuts a surrogate pair.
/// </summary>
public static class TextDiff
{
    // Some 100 ms; enough for any two versions of a text of 256 kB that have something in common.
    private const int MostSteps = 20_000_000;

    /// <summary>Law: applied to <paramref name="from"/> it gives <paramref name="to"/> with line breaks as \n.</summary>
    public static ChangeSet Between(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        to = Changes.LineBreaks.Normalize(to);
        var edits = new List<TextEdit>();
        var steps = new Steps(MostSteps);
        var vocabulary = new Vocabulary();
        var (a, b) = (vocabulary.Lines(from), vocabulary.Lines(to));
        foreach (var hunk in new SequenceDiff(a.Ids, b.Ids, steps).Run())
            AddWords(edits, steps, from, to, a.Starts[hunk.AFrom], a.Starts[hunk.ATo], b.Starts[hunk.BFrom], b.Starts[hunk.BTo]);
        return ChangeSet.Of(from.Length, edits);
    }

    private static void AddWords(List<TextEdit> edits, Steps steps, string from, string to, int aFrom, int aTo, int bFrom, int bTo)
    {
        var vocabulary = new Vocabulary();
        var (a, b) = (vocabulary.Words(from, aFrom, aTo), vocabulary.Words(to, bFrom, bTo));
        var previous = -1;
        foreach (var hunk in new SequenceDiff(a.Ids, b.Ids, steps).Run())
        {
            var edit = new TextEdit(a.Starts[hunk.AFrom], a.Starts[hunk.ATo], to[b.Starts[hunk.BFrom]..b.Starts[hunk.BTo]]);
            if (previous >= 0 && edits[previous] is var last && IsFiller(from.AsSpan(last.To, edit.From - last.To)))
            {
                // Two words changed with a blank between them read as one replacement, not as two.
                edits[previous] = new TextEdit(last.From, edit.To, string.Concat(last.Insert, from.AsSpan(last.To, edit.From - last.To), edit.Insert));
                continue;
            }
            previous = edits.Count;
            edits.Add(edit);
        }
    }

    private static bool IsFiller(ReadOnlySpan<char> kept)
    {
        foreach (var c in kept)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '\n') return false;
        return kept.Length <= 2;
    }
}
