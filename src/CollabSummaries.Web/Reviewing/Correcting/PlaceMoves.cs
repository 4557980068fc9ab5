using CollabSummaries.Editing;
using CollabSummaries.Transcripts;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Moves passages from one reading of a file to another, by the lines their words stand on. A passage whose words the new reading does not
/// have there points at the segment of those lines and is to be rechecked.</summary>
internal sealed class PlaceMoves(Transcript before, IReadOnlyList<string> shownBefore, Transcript after, IReadOnlyList<string> shownAfter)
{
    public IReadOnlyList<PassagePiece> Move(IReadOnlyList<PassagePiece> pieces) => [.. pieces.SelectMany(Move)];

    /// <summary>Whether the new reading has the very words.</summary>
    public bool Finds(PassagePiece piece) => Find(piece) is { Count: > 0 } found && Letters(found) == Letters(piece.Quote);

    private IReadOnlyList<PassagePiece> Move(PassagePiece piece)
    {
        if (piece.Segment < 0 || piece.Segment >= before.Segments.Count || after.Segments.Count == 0)
            return [piece];
        var found = Find(piece);
        if (found.Count == 0)
            found = [Nearest(before.Segments[piece.Segment].FirstLine)];
        var words = Letters(found);
        var was = piece.Was is null ? (words == Letters(piece.Quote) ? null : piece.Quote) : words == Letters(piece.Was) ? null : piece.Was;
        return [.. found.Select((x, i) => piece with { Segment = x.Segment, Start = x.Start, End = x.End, Quote = TextOf(x), Was = i == 0 ? was : null })];
    }

    private List<SegmentRange> Find(PassagePiece piece)
    {
        if (piece.Segment < 0 || piece.Segment >= before.Segments.Count)
            return [];
        var (start, end) = Across(shownBefore[piece.Segment], before.Segments[piece.Segment].Text, piece.Start, piece.End);
        return [.. SamePlace.Find(before, after, new SegmentRange(piece.Segment, start, end)).Select(x =>
        {
            var (from, to) = Across(after.Segments[x.Segment].Text, shownAfter[x.Segment], x.Start, x.End);
            return new SegmentRange(x.Segment, from, to);
        })];
    }

    /// <summary>From a segment's words as shown to those of the file, and back.</summary>
    private static (int Start, int End) Across(string from, string to, int start, int end) =>
        from == to ? (start, end) : PassageMoves.Place(TextDiff.Between(from, to), from, to, start, end);

    private SegmentRange Nearest(int line)
    {
        var at = 0;
        for (var i = 0; i < after.Segments.Count; i++)
        {
            if (after.Segments[i].FirstLine <= line && after.Segments[i].FirstLine >= after.Segments[at].FirstLine)
                at = i;
        }

        return new SegmentRange(at, 0, shownAfter[at].Length);
    }

    private string TextOf(SegmentRange range) => shownAfter[range.Segment][range.Start..range.End];

    private string Letters(IReadOnlyList<SegmentRange> ranges) => Letters(string.Concat(ranges.Select(TextOf)));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
