using System.Collections.Concurrent;
using System.Globalization;
using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Transcripts;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Sharing.Reading;

/// <summary>Makes the page of a read link. What a link shows at a version is made once and remembered for as long as the version is the one to show.</summary>
internal sealed class SharedReading(
    IDbContextFactory<SqliteWorkspaceContext> contexts, TalkStore talks, SummaryLog log, EvidenceStore evidence, MarkdownRendering markdown)
{
    private const int MostRemembered = 256;

    private readonly ConcurrentDictionary<string, (Mark Mark, SharedSummary Summary)> _remembered = new(StringComparer.Ordinal);

    // Title and date are part of it: they may change without the summary.
    private sealed record Mark(long Head, long Shown, DateTimeOffset UpdatedAt);

    /// <summary>Null: the talk is gone.</summary>
    public async Task<SharedSummary?> FindAsync(ShareLink link, CancellationToken stop)
    {
        if (await MarkAsync(link, stop) is not { } mark)
            return null;
        if (_remembered.TryGetValue(link.Id, out var known) && known.Mark == mark)
            return known.Summary;
        if (await MakeAsync(link, mark, stop) is not { } made)
            return null;
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        _remembered[link.Id] = (mark, made);
        return made;
    }

    private async Task<Mark?> MarkAsync(ShareLink link, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        var found = await context.Talks.Where(x => x.Id == link.TalkId && x.DeletedAt == null)
            .Join(context.Heads, x => x.Id, x => x.TalkId, (talk, head) => new { head.Version, talk.UpdatedAt })
            .SingleOrDefaultAsync(stop);
        return found is null ? null : new Mark(found.Version, Math.Min(link.PinnedVersion ?? found.Version, found.Version), found.UpdatedAt);
    }

    private async Task<SharedSummary?> MakeAsync(ShareLink link, Mark mark, CancellationToken stop)
    {
        if (await talks.FindAsync(link.TalkId, stop) is not { } talk)
            return null;
        var state = await log.TextAtAsync(link.TalkId, mark.Shown, stop);
        var segments = link.Scope == LinkScope.Summary ? [] : await talks.ListSegmentsAsync(link.TalkId, stop);
        var rows = link.Scope == LinkScope.Summary ? [] : await evidence.ListAsync(link.TalkId, mark.Shown, stop);
        var byBullet = rows.ToLookup(x => x.BulletId, StringComparer.Ordinal);
        var turns = link.Scope == LinkScope.Summary ? [] : TurnsOf(segments, await talks.ListChaptersAsync(link.TalkId, stop));
        var places = turns.SelectMany(turn => turn.Pieces.Select(_ => turn.Place)).ToList();
        var blocks = new SharedBlocks(markdown).Of(state, bullet => EvidenceOf(bullet, byBullet[bullet.Id], segments, places));
        return new SharedSummary(talk.Title, talk.Transcript.Language, MetaOf(talk, state), mark.Head > mark.Shown, blocks, link.Scope == LinkScope.Transcript ? turns : []);
    }

    private static (string? State, IReadOnlyList<SharedQuote> Quotes) EvidenceOf(
        BulletLine bullet, IEnumerable<KeptEvidence> rows, IReadOnlyList<KeptSegment> segments, List<string> places)
    {
        string? state = null;
        var quotes = new List<SharedQuote>();
        foreach (var row in rows)
        {
            state ??= Recheck.IsDue(row, bullet.Text) ? "recheck" : row.Support;
            foreach (var passage in Passages.FromJson(row.Passages).GroupBy(x => x.Passage))
            {
                var first = passage.First();
                var segment = segments.ElementAtOrDefault(first.Segment);
                var place = segment?.StartMs is { } ms ? Places.Time(ms) : places.ElementAtOrDefault(first.Segment) ?? "";
                quotes.Add(new SharedQuote(place, segment?.Speaker, string.Join(' ', passage.Select(x => x.Quote)), first.Segment));
            }
        }

        return (state, quotes);
    }

    /// <summary>Rows as the review page numbers them.</summary>
    private static List<SharedTurn> TurnsOf(IReadOnlyList<KeptSegment> kept, IReadOnlyList<KeptChapter> chapters)
    {
        var segments = kept.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine)).ToList();
        return [.. Turns.Of(segments, [.. chapters.Select(x => new Chapter(x.Title, x.FirstSegment))]).Select((turn, i) => new SharedTurn(
            Places.Of(turn.StartMs, i), turn.Speaker,
            [.. Enumerable.Range(turn.FirstSegment, turn.LastSegment - turn.FirstSegment + 1).Select(n => (n, segments[n].Text))]))];
    }

    private static string MetaOf(Talk talk, SessionState state)
    {
        var parts = new List<string>();
        if (talk.Date is { } date)
            parts.Add(date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        if (talk.Transcript.DurationMs is { } duration)
            parts.Add(Places.Time(duration));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"version {state.Version} of the summary"));
        return string.Join(" · ", parts);
    }
}
