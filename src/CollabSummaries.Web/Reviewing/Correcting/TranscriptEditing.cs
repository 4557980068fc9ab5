using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Changes a transcript that is kept: names, words, parsers. Rights are asked for here, the file stays as it came, and everybody's page shows
/// the change at once.</summary>
internal sealed class TranscriptEditing(
    TranscriptStore transcripts, EvidenceStore evidence, SessionDirectory sessions, IAccess access, TranscriptFeed feed, TimeProvider time)
{
    private const int LongestName = 200;

    public async Task<TranscriptReply> RenameAsync(Who who, string talkId, SpeakersRequest wish, CancellationToken stop)
    {
        var source = await OpenAsync(who, talkId, stop);
        var before = Overlay.Of(source);
        var imported = source.Segments.Select(x => x.ImportedSpeaker).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var after = wish.Names is { } names
            ? before with { Names = Merged(before.Names, names) }
            : before.Rename((wish.Shown ?? new Dictionary<string, string>()).ToDictionary(x => x.Key, x => NameOf(x.Value), StringComparer.Ordinal), imported);
        var touched = after.Names.Where(x => before.Shown(x.Key) != x.Value).ToDictionary(x => x.Key, x => before.Shown(x.Key)!, StringComparer.Ordinal);
        if (touched.Count == 0)
            throw new NotChangedException("Nobody in the transcript has that name any more.");
        await ApplyAsync(source, after, null, stop);
        return new TranscriptReply(touched);
    }

    public async Task<TranscriptReply> CorrectAsync(Who who, string talkId, TurnRequest wish, CancellationToken stop)
    {
        var source = await OpenAsync(who, talkId, stop);
        if (wish.First < 0 || wish.Last < wish.First || wish.Last >= source.Segments.Count || wish.Text?.Length > TurnText.Longest)
            throw new NotChangedException("There is no such turn, or its text is too long.", StatusCodes.Status400BadRequest);
        var turn = source.Segments.Skip(wish.First).Take(wish.Last - wish.First + 1).ToList();
        if (string.Join(' ', turn.Select(x => x.Text)) != wish.Was)
            throw new NotChangedException("Somebody else changed this turn meanwhile. Look at it again; what you wrote is still in the field.");
        var words = wish.Text is null
            ? [.. turn.Select(x => x.ImportedText ?? x.Text)]
            : TurnText.Split([.. turn.Select(x => x.Text)], wish.Text)
                ?? throw new NotChangedException($"This turn was read from {turn.Count} cues and needs a word for each of them, for times and evidence stand on them.", StatusCodes.Status400BadRequest);

        var overlay = TurnCorrection.Lay(Overlay.Of(source), turn, words, string.IsNullOrWhiteSpace(wish.Speaker) ? null : NameOf(wish.Speaker), who.AuthorKey, time.GetUtcNow());
        var moves = new PassageMoves([.. source.Segments.Select(x => x.Text)], [.. overlay.Over(Overlay.Imported(source)).Segments.Select(x => x.Text)]);
        var rechecks = await CountRechecksAsync(talkId, moves.Move, stop);
        await ApplyAsync(source, overlay, moves.Move, stop);
        return new TranscriptReply(Rechecks: rechecks);
    }

    public async Task<ParseReply> ParseAsync(Who who, string talkId, ParseRequest wish, CancellationToken stop)
    {
        var source = await OpenAsync(who, talkId, stop);
        var reading = Rereading.Of(source, wish.Formats ?? [], stop);
        var rows = await evidence.ListAsync(talkId, null, stop);
        var pieces = rows.SelectMany(x => Passages.FromJson(x.Passages)).ToList();
        if (!wish.Try)
            await ApplyAsync(source, reading.ToChange(source), stop);
        return reading.Describe(source, pieces);
    }

    public async Task<FilesReply> ListFilesAsync(Who who, string talkId, CancellationToken stop) => Rereading.List(await OpenAsync(who, talkId, stop));

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> given)
    {
        var merged = new Dictionary<string, string>(now, StringComparer.Ordinal);
        foreach (var (imported, shown) in given)
            merged[imported] = NameOf(shown);
        return merged;
    }

    private static string NameOf(string? name) => TurnText.OneLine(name ?? "") is { Length: > 0 and <= LongestName } line
        ? line
        : throw new NotChangedException($"A name needs 1 to {LongestName} characters.", StatusCodes.Status400BadRequest);

    private async Task<TranscriptSource> OpenAsync(Who who, string talkId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        return await transcripts.FindAsync(talkId, stop) ?? throw new AccessDeniedException();
    }

    private Task ApplyAsync(TranscriptSource source, Overlay overlay, Func<IReadOnlyList<PassagePiece>, IReadOnlyList<PassagePiece>>? move, CancellationToken stop) =>
        ApplyAsync(source, new TranscriptChange(source.Edition, overlay.Over(Overlay.Imported(source)).Segments, null, null, overlay.Names, overlay.Corrections, move), stop);

    private async Task ApplyAsync(TranscriptSource source, TranscriptChange change, CancellationToken stop)
    {
        using var open = await sessions.OpenAsync(source.TalkId, stop) ?? throw new AccessDeniedException();
        var outcome = TranscriptOutcome.Changed;
        await open.Session.ChangeTranscriptAsync(
            async () =>
            {
                outcome = await transcripts.ChangeAsync(source.TalkId, change, CancellationToken.None);
                open.Views.Forget();
            },
            stop);
        if (outcome == TranscriptOutcome.MovedOn)
            throw new NotChangedException("Somebody else changed the transcript in the same moment. Try again.");
        if (outcome == TranscriptOutcome.RunIsReading)
            throw new NotChangedException("A run is reading these words. Change them when it is done, or stop it first.");
        feed.Tell(source.TalkId);
    }

    private async Task<int> CountRechecksAsync(string talkId, Func<IReadOnlyList<PassagePiece>, IReadOnlyList<PassagePiece>> move, CancellationToken stop)
    {
        var rows = await evidence.ListAsync(talkId, null, stop);
        return rows.Where(x => !Passages.IsCorrected(x.Passages) && move(Passages.FromJson(x.Passages)).Any(p => p.Was is not null)).Select(x => x.BulletId).Distinct().Count();
    }
}
