using CollabSummaries.Editing;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Moves passages along when the words of segments change. A piece whose own words changed remembers what they were, and its evidence is to
/// be rechecked; put back as they were, it stands as before.</summary>
internal sealed class PassageMoves(IReadOnlyList<string> before, IReadOnlyList<string> after)
{
    private readonly Dictionary<int, ChangeSet> _changes = [];

    public IReadOnlyList<PassagePiece> Move(IReadOnlyList<PassagePiece> pieces) => [.. pieces.Select(Move)];

    private PassagePiece Move(PassagePiece piece)
    {
        if (piece.Segment < 0 || piece.Segment >= before.Count || before[piece.Segment] == after[piece.Segment])
            return piece;
        var text = after[piece.Segment];
        if (!_changes.TryGetValue(piece.Segment, out var changes))
            _changes[piece.Segment] = changes = TextDiff.Between(before[piece.Segment], text);
        var (start, end) = Place(changes, before[piece.Segment], text, piece.Start, piece.End);
        var quote = text[start..end];
        var was = piece.Was ?? piece.Quote;
        return piece with { Start = start, End = end, Quote = quote, Was = quote == was ? null : was };
    }

    /// <summary>Where a range of words stands after a change; words put into it or in the place of its own belong to it, words beside it do not.</summary>
    public static (int Start, int End) Place(ChangeSet changes, string before, string after, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, before.Length), Math.Clamp(end, 0, before.Length));
        var narrow = (Start: changes.MapPosition(start, 1), End: changes.MapPosition(end, -1));
        if (start < end && narrow.Start < narrow.End && after.AsSpan(narrow.Start, narrow.End - narrow.Start).SequenceEqual(before.AsSpan(start, end - start)))
            return narrow;
        var (from, to) = (changes.MapPosition(start, -1), changes.MapPosition(end, 1));
        while (from < to && char.IsWhiteSpace(after[from]))
            from++;
        while (to > from && char.IsWhiteSpace(after[to - 1]))
            to--;
        return from < to ? (from, to) : (0, after.Length); // all its words went: the segment is what is left to look at
    }
}
