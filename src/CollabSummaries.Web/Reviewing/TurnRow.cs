using CollabSummaries.Transcripts;
using CollabSummaries.Web.Shell;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing;

/// <summary>A piece of a turn: one segment's text under the index evidence names it by.</summary>
/// <param name="Imported">The words of the file where somebody corrected them; null: the same.</param>
public readonly record struct TurnPiece(int Segment, string Text, string? Imported = null);

/// <summary>A row of the transcript as read.</summary>
/// <param name="Place">"00:09:41", or "¶ 12" in a transcript without times.</param>
/// <param name="StartMs">Null in a transcript without times, and for a turn that has none in one with times.</param>
/// <param name="Speaker">Null where the file names nobody.</param>
/// <param name="IsSame">The row before had the same speaker: the name is not said again.</param>
/// <param name="Chapter">Heading that stands over this row; null: none.</param>
public sealed record TurnRow(string Place, long? StartMs, string? Speaker, bool IsSame, string? Chapter, IReadOnlyList<TurnPiece> Pieces)
{
    /// <param name="imported">Words of the file by segment, where they were corrected.</param>
    public static IEnumerable<TurnRow> Of(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters, Func<int, string?>? imported = null)
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
                pieces[i] = new TurnPiece(turn.FirstSegment + i, segments[turn.FirstSegment + i].Text, imported?.Invoke(turn.FirstSegment + i));
            yield return new TurnRow(
                turn.StartMs is { } ms ? Wording.Clock(ms) : $"¶ {number}",
                turn.StartMs,
                turn.Speaker,
                turn.Speaker == speaker,
                chapter.Length > 0 ? chapter : null,
                pieces);
            speaker = turn.Speaker;
        }
    }

    /// <summary>Rows of a transcript as kept.</summary>
    public static IEnumerable<TurnRow> Of(IReadOnlyList<KeptSegment> segments, IReadOnlyList<KeptChapter> chapters) => Of(
        [.. segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))],
        [.. chapters.Select(x => new Chapter(x.Title, x.FirstSegment))],
        i => segments[i].ImportedText);

    /// <summary>What a chip says that points into this row: the row's time where the segment itself has none, as short as chips are.</summary>
    public string Label => StartMs is { } ms ? Sharing.Reading.Places.Time(ms) : Place;
}
