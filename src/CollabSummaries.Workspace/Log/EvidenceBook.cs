using System.Collections.Immutable;
using CollabSummaries.Editing.Bullets;

namespace CollabSummaries.Workspace.Log;

/// <summary>Evidence on its way to a bullet.</summary>
/// <param name="GivenFor">The words it was given for; null: those the bullet has now.</param>
public sealed record GivenEvidence(string BulletId, IReadOnlyList<PassagePiece> Passages, string Support, double Score, string Kind, string? GivenFor = null, string? Reason = null);

/// <summary>Rows of evidence that begin and end with an update.</summary>
/// <param name="Closed">Row id and the first version it no longer holds for.</param>
public sealed record EvidenceStep(IReadOnlyList<(string Id, long Version)> Closed, IReadOnlyList<KeptEvidence> Opened)
{
    public static EvidenceStep None { get; } = new([], []);

    public bool IsEmpty => Closed.Count == 0 && Opened.Count == 0;

    public EvidenceStep Then(EvidenceStep next) =>
        IsEmpty ? next : next.IsEmpty ? this : new([.. Closed, .. next.Closed], [.. Opened, .. next.Opened]);
}

/// <summary>What each bullet of a summary rests on now. It follows the bullets: one removed takes its evidence out, one that comes back brings it
/// along, of a split one both halves have it, a joined one takes over the other's.</summary>
public sealed class EvidenceBook
{
    private static readonly ImmutableDictionary<string, ImmutableList<KeptEvidence>> Nothing = ImmutableDictionary.Create<string, ImmutableList<KeptEvidence>>(StringComparer.Ordinal);

    private readonly string _talkId;
    private readonly ImmutableDictionary<string, ImmutableList<KeptEvidence>> _held;
    private readonly ImmutableDictionary<string, ImmutableList<KeptEvidence>> _resting;

    private EvidenceBook(string talkId, ImmutableDictionary<string, ImmutableList<KeptEvidence>> held, ImmutableDictionary<string, ImmutableList<KeptEvidence>> resting) =>
        (_talkId, _held, _resting) = (talkId, held, resting);

    /// <summary>Bullets that rest on something.</summary>
    public IEnumerable<string> BulletIds => _held.Keys;

    public static EvidenceBook Of(string talkId, IEnumerable<KeptEvidence> open) =>
        new(talkId, open.GroupBy(x => x.BulletId).ToImmutableDictionary(g => g.Key, g => g.ToImmutableList(), StringComparer.Ordinal), Nothing);

    public IReadOnlyList<KeptEvidence> Of(string bulletId) => _held.GetValueOrDefault(bulletId) ?? [];

    /// <summary>The same with what is kept now of each row: their passages move when the transcript changes.</summary>
    public EvidenceBook Reread(IReadOnlyDictionary<string, KeptEvidence> rows)
    {
        return new EvidenceBook(_talkId, Over(_held), Over(_resting));

        ImmutableDictionary<string, ImmutableList<KeptEvidence>> Over(ImmutableDictionary<string, ImmutableList<KeptEvidence>> book) =>
            book.ToImmutableDictionary(x => x.Key, x => x.Value.ConvertAll(row => rows.GetValueOrDefault(row.Id, row)), StringComparer.Ordinal);
    }

    /// <summary>Follows one update.</summary>
    /// <param name="version">The version it made.</param>
    /// <param name="happened">What it did to bullets.</param>
    /// <param name="given">Evidence that comes with it.</param>
    /// <param name="after">The bullets after it, for the words of those that are given evidence.</param>
    public (EvidenceBook Book, EvidenceStep Step) Advance(
        long version, IReadOnlyList<BulletChange> happened, IReadOnlyList<GivenEvidence> given, BulletMap after, string authorKey)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(after);
        var page = new Page(this, version);
        var brought = given.Select(x => x.BulletId).ToHashSet(StringComparer.Ordinal);
        // Splits before removals: a bullet may be split and removed by one update.
        foreach (var change in happened)
        {
            if (change is { Fate: BulletFate.Split, Other: { } source })
                page.Copy(_held.GetValueOrDefault(source), change.Id);
            else if (change.Fate == BulletFate.Added && !brought.Contains(change.Id))
                page.Copy(_resting.GetValueOrDefault(change.Id), change.Id);
        }

        foreach (var change in happened)
        {
            if (change is { Fate: BulletFate.Joined, Other: { } heir })
                page.Copy(_held.GetValueOrDefault(change.Id), heir);
            if (change.Fate is BulletFate.Joined or BulletFate.Removed)
                page.Rest(change.Id);
        }

        foreach (var one in given)
            page.Give(one, one.GivenFor ?? after.Find(one.BulletId)?.Text ?? "", authorKey);
        return page.Turn();
    }

    /// <summary>Takes one row away from its bullet.</summary>
    public (EvidenceBook Book, EvidenceStep Step) Remove(string evidenceId, long version)
    {
        var page = new Page(this, version);
        page.Close(evidenceId);
        return page.Turn();
    }

    private sealed class Page(EvidenceBook book, long version)
    {
        private readonly List<(string, long)> _closed = [];
        private readonly List<KeptEvidence> _opened = [];
        private ImmutableDictionary<string, ImmutableList<KeptEvidence>> _held = book._held;
        private ImmutableDictionary<string, ImmutableList<KeptEvidence>> _resting = book._resting;

        public void Copy(ImmutableList<KeptEvidence>? rows, string bulletId)
        {
            foreach (var row in rows ?? [])
                Open(bulletId, row.GivenFor, row.Passages, row.Support, row.Score, row.Kind, row.Reason, row.GivenBy);
        }

        public void Give(GivenEvidence given, string givenFor, string authorKey) =>
            // Whoever says so: what rests on nothing is not supported.
            Open(given.BulletId, givenFor, Passages.ToJson(given.Passages), given.Passages.Count == 0 ? "unsupported" : given.Support, given.Score, given.Kind, given.Reason, authorKey);

        public void Rest(string bulletId)
        {
            if (!_held.TryGetValue(bulletId, out var rows))
                return;
            _closed.AddRange(rows.Select(x => (x.Id, version)));
            _held = _held.Remove(bulletId);
            _resting = _resting.SetItem(bulletId, rows);
        }

        public void Close(string evidenceId)
        {
            foreach (var (bullet, rows) in _held)
            {
                if (rows.Find(x => x.Id == evidenceId) is not { } row)
                    continue;
                _closed.Add((evidenceId, version));
                _held = rows.Count == 1 ? _held.Remove(bullet) : _held.SetItem(bullet, rows.Remove(row));
                return;
            }
        }

        public (EvidenceBook Book, EvidenceStep Step) Turn() =>
            _closed.Count == 0 && _opened.Count == 0
                ? (book, EvidenceStep.None)
                : (new EvidenceBook(book._talkId, _held, _resting), new EvidenceStep(_closed, _opened));

        private void Open(string bulletId, string givenFor, string passages, string support, double score, string kind, string? reason, string givenBy)
        {
            var rows = _held.GetValueOrDefault(bulletId) ?? [];
            if (rows.Exists(x => x.Passages == passages))
                return;
            var row = new KeptEvidence
            {
                Id = Ids.New(), TalkId = book._talkId, BulletId = bulletId, FromVersion = version, GivenFor = givenFor,
                Passages = passages, Support = support, Score = score, Kind = kind, Reason = reason, GivenBy = givenBy,
            };
            _opened.Add(row);
            _held = _held.SetItem(bulletId, rows.Add(row));
        }
    }
}
