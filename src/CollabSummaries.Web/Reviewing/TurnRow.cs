using CollabSummaries.Transcripts;
using CollabSummaries.Web.Shell;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing;

/// <summary>A piece of a turn: one segment's text under the index evidence names it by.</summary>
public readonly record struct TurnPiece(int Segment, string Text);

/// <summary>A row of the transcript as read.</summary>
/// <param name="Place">"00:09:41", or "¶ 12" in a transcript without times.</param>
/// <param name="Speaker">Null where the row before had the same speaker, or the file names nobody.</param>
/// <param name="Chapter">Heading that stands over this row; null: none.</param>
public sealed record TurnRow(string Place, bool IsTimed, string? Speaker, string? Chapter, IReadOnlyList<TurnPiece> Pieces)
{
    public static IEnumerable<TurnRow> Of(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters)
    {
        var headings = chapters.ToLookup(x => x.FirstSegment, x => x.Title);
        string? speaker = null;
        var number = 0;
        foreach (var turn in Turns.Of(segments, chapters))
        {
            number++;
            var chapter = string.Join(" · ", headings[turn.FirstSegment]);
            var pieces = new TurnPiece[turn.LastSegment - turn.FirstSegment + 1];
            for (var i = 0; i < pieces.Length; i++)
                pieces[i] = new TurnPiece(turn.FirstSegment + i, segments[turn.FirstSegment + i].Text);
            yield return new TurnRow(
                turn.StartMs is { } ms ? Wording.Clock(ms) : $"¶ {number}",
                turn.StartMs is not null,
                turn.Speaker == speaker ? null : turn.Speaker,
                chapter.Length > 0 ? chapter : null,
                pieces);
            speaker = turn.Speaker;
        }
    }

    /// <summary>Rows of a transcript as kept.</summary>
    public static IEnumerable<TurnRow> Of(IReadOnlyList<KeptSegment> segments, IReadOnlyList<KeptChapter> chapters) => Of(
        [.. segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))],
        [.. chapters.Select(x => new Chapter(x.Title, x.FirstSegment))]);
}
