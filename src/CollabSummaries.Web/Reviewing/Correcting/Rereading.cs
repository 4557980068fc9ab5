using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Web.Importing;
using CollabSummaries.Web.Importing.Joining;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>The kept files read again, perhaps with other parsers, and what people gave laid over them anew.</summary>
internal sealed record Rereading(JoinedFiles Joined, Overlay Overlay, Transcript Imported, IReadOnlyList<SegmentNow> Segments, int Stale)
{
    private const int TurnsShown = 6;

    /// <exception cref="NotChangedException">The files cannot be read that way.</exception>
    public static Rereading Of(TranscriptSource source, IReadOnlyList<string> formats, CancellationToken stop)
    {
        if (formats.Count != source.Files.Count || formats.FirstOrDefault(x => FormatNames.Find(x) is null) is not null)
            throw new NotChangedException("Name a format for each file of the talk.", StatusCodes.Status400BadRequest);
        var joined = JoinedFiles.Of(
            [.. source.Files.Select((x, i) => new ImportFile(x.FileName, x.Raw, formats[i], JoinWays.Find(x.Way), null, x.ShiftMs))], stop);
        if (joined.Refused is { Outcome.Refusal: { } refusal } file)
            throw new NotChangedException($"{file.File.Name} cannot be read that way. Line {refusal.Line}: {refusal.Message}", StatusCodes.Status422UnprocessableEntity);
        var overlay = Overlay.Of(source);
        var (segments, stale) = overlay.Over(joined.Transcript!);
        return new Rereading(joined, overlay, joined.Transcript!, segments, stale);
    }

    public static FilesReply List(TranscriptSource source) => new(
        [.. source.Files.Select(x => new FileReply(x.FileName, x.Format, [.. TranscriptImport.Guess(x.Raw, x.FileName).Select(g => new FormatReply(g.Format, g.DisplayName))]))],
        [.. TranscriptImport.Formats.Select(x => new FormatReply(x.Name, x.DisplayName))]);

    public TranscriptChange ToChange(TranscriptSource source) => new(
        source.Edition, Segments, [.. Imported.Chapters.Select(x => new NewChapter(x.Title, x.FirstSegment))],
        [.. Joined.Files.Select(x => x.Outcome.Transcript!.Format)], Overlay.Names, Overlay.Corrections, Moves(source).Move);

    /// <param name="pieces">Of the evidence that holds now.</param>
    public ParseReply Describe(TranscriptSource source, IReadOnlyList<PassagePiece> pieces)
    {
        var moves = Moves(source);
        var shown = Segments.Select(x => new Segment(x.Id, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine)).ToList();
        return new ParseReply(
            source.Segments.Count, Segments.Count, Segments.Select(x => x.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            pieces.Count, pieces.Count(moves.Finds), source.Corrections.Count, source.Corrections.Count - Stale, Imported.Warnings.Count,
            TurnRowHtml.Render(TurnRow.Of(shown, Imported.Chapters).Take(TurnsShown)));
    }

    private PlaceMoves Moves(TranscriptSource source) => new(
        Overlay.Imported(source), [.. source.Segments.Select(x => x.Text)], Imported, [.. Segments.Select(x => x.Text)]);
}
