using System.Collections.Concurrent;
using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Web.Reviewing;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Log;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>Evidence as editors see it: with its state now and with what its chip says.</summary>
internal sealed class EvidenceViews(string talkId, IDbContextFactory<SqliteWorkspaceContext> contexts)
{
    private readonly ConcurrentDictionary<int, (string Label, string? Speaker)> _segments = new();
    private volatile IReadOnlyList<string>? _places;
    private volatile bool _forgotten;
    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);

    private readonly record struct Told(string Words, IReadOnlyList<KeptEvidence> Rows, string Mark);

    /// <summary>The transcript changed: what was remembered of it is looked up again, and all is told anew.</summary>
    public void Forget()
    {
        _forgotten = true;
        _segments.Clear();
        _places = null;
    }

    /// <summary>Takes what holds now as told: who joins is told all anyway.</summary>
    public void Begin(SummaryNow now)
    {
        foreach (var bullet in now.State.Bullets.Bullets)
            IsNews(now, bullet.Id, bullet.Text);
    }

    /// <summary>All that holds now.</summary>
    public async Task<(IReadOnlyList<BulletMessage> Bullets, IReadOnlyList<EvidenceMessage> Evidence)> ListAsync(SummaryNow now, CancellationToken stop)
    {
        var evidence = new List<EvidenceMessage>();
        foreach (var bullet in now.State.Bullets.Bullets)
            evidence.AddRange(await ViewAsync(now.Evidence.Of(bullet.Id), bullet.Text, stop));
        return (Places(now), evidence);
    }

    /// <summary>What changed since it was asked last; null: nothing. One caller at a time.</summary>
    /// <param name="moved">Lines came, went or moved.</param>
    public async ValueTask<BulletsMessage?> FindChangesAsync(SummaryNow now, bool moved, CancellationToken stop)
    {
        if (_forgotten)
        {
            _forgotten = false;
            _told.Clear();
        }

        var changed = new List<BulletEvidenceMessage>();
        foreach (var bullet in now.State.Bullets.Bullets)
        {
            if (IsNews(now, bullet.Id, bullet.Text))
                changed.Add(new BulletEvidenceMessage { BulletId = bullet.Id, Evidence = await ViewAsync(now.Evidence.Of(bullet.Id), bullet.Text, stop) });
        }

        foreach (var gone in _told.Keys.Where(x => now.Evidence.Of(x).Count == 0).ToList())
        {
            _told.Remove(gone);
            changed.Add(new BulletEvidenceMessage { BulletId = gone });
        }

        // Where nothing rests on anything, and nothing did, lines may move as they like.
        var tell = changed.Count > 0 || (moved && _told.Count > 0);
        return tell ? new BulletsMessage { Version = now.State.Version, Bullets = Places(now), Evidence = changed } : null;
    }

    private static List<BulletMessage> Places(SummaryNow now) =>
        [.. now.State.Bullets.Bullets.Where(x => now.Evidence.Of(x.Id).Count > 0).Select(x => new BulletMessage { Id = x.Id, At = x.LineStart })];

    private static string StateOf(KeptEvidence row, string words) => Recheck.IsDue(row, words) ? "recheck" : row.Support;

    private bool IsNews(SummaryNow now, string bulletId, string words)
    {
        var rows = now.Evidence.Of(bulletId);
        if (rows.Count == 0)
            return false;
        var known = _told.TryGetValue(bulletId, out var told);
        if (known && ReferenceEquals(told.Words, words) && ReferenceEquals(told.Rows, rows))
            return false;
        var mark = string.Join(';', rows.Select(x => $"{x.Id}:{StateOf(x, words)}"));
        _told[bulletId] = new Told(words, rows, mark);
        return !known || told.Mark != mark;
    }

    private async Task<List<EvidenceMessage>> ViewAsync(IReadOnlyList<KeptEvidence> rows, string words, CancellationToken stop)
    {
        var views = new List<EvidenceMessage>(rows.Count);
        foreach (var row in rows)
        {
            var pieces = Passages.FromJson(row.Passages);
            var (label, speaker) = pieces.Count > 0 ? await SegmentAsync(pieces[0].Segment, stop) : ("no passage", null);
            views.Add(new EvidenceMessage
            {
                Id = row.Id, BulletId = row.BulletId, State = StateOf(row, words), Kind = row.Kind, Reason = row.Reason, Label = label, Speaker = speaker,
                Pieces = [.. pieces.Select(x => new PieceMessage { Segment = x.Segment, Start = x.Start, End = x.End, Quote = x.Quote })],
            });
        }

        return views;
    }

    private async ValueTask<(string Label, string? Speaker)> SegmentAsync(int index, CancellationToken stop)
    {
        if (_segments.TryGetValue(index, out var known))
            return known;
        await using var context = await contexts.CreateDbContextAsync(stop);
        var segment = await context.Segments.AsNoTracking().Where(x => x.TalkId == talkId && x.Index == index)
            .Select(x => new { x.StartMs, x.Speaker }).SingleOrDefaultAsync(stop);
        var label = segment?.StartMs is { } ms ? Sharing.Reading.Places.Time(ms) : await PlaceAsync(context, index, stop);
        return _segments[index] = (label, segment?.Speaker);
    }

    /// <summary>Without a time of its own the chip says what the transcript's row says: its time, or the number of its turn.</summary>
    private async ValueTask<string> PlaceAsync(SqliteWorkspaceContext context, int index, CancellationToken stop)
    {
        if (_places is not { } places)
        {
            var segments = await context.Segments.AsNoTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Index).ToListAsync(stop);
            var chapters = await context.Chapters.AsNoTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Index).ToListAsync(stop);
            _places = places = [.. TurnRow.Of(segments, chapters).SelectMany(row => row.Pieces.Select(_ => row.Label))];
        }

        return index >= 0 && index < places.Count ? places[index] : "no passage";
    }
}
