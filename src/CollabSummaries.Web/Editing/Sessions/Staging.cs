using System.Collections.Immutable;
using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>What a few works together would add to the log: gathered first, written as one, and only then true.</summary>
internal sealed class Staging(string talkId, LiveSummary live)
{
    private readonly List<Accepted> _accepted = [];
    private readonly List<NewRow> _rows = [];
    private EvidenceBook _evidence = live.Evidence;
    private EvidenceStep _step = EvidenceStep.None;
    private ImmutableDictionary<string, long> _lastSeqs = live.LastSeqs;

    public IReadOnlyList<NewRow> Rows => _rows;

    public bool IsEmpty => _rows.Count == 0 && _step.IsEmpty;

    public EvidenceBook Evidence => _evidence;

    /// <summary>The summary as these works would leave it.</summary>
    public SummaryNow Now => new(Head, _evidence, _lastSeqs);

    public SessionState Head => _accepted.Count > 0 ? _accepted[^1].After : live.Order.Committed;

    /// <summary>True when lines came, went or moved, so that editors must be told anew where bullets stand.</summary>
    public bool BulletsMoved { get; private set; }

    public void Add(Accepted accepted, string authorKey, UpdateKind kind, IReadOnlyList<GivenEvidence> given)
    {
        _accepted.Add(accepted);
        for (var i = 0; i < accepted.Updates.Count; i++)
        {
            var last = i == accepted.Updates.Count - 1;
            var update = accepted.Updates[i];
            _lastSeqs = _lastSeqs.SetItem(update.ClientId, update.Seq);
            _rows.Add(new NewRow(update, update.Changes.ToJson(), authorKey, kind, last ? accepted.BulletIds : null));
            var (book, step) = _evidence.Advance(accepted.FromVersion + i + 1, accepted.BulletChanges[i], last ? given : [], accepted.Bullets, authorKey);
            (_evidence, _step) = (book, _step.Then(step));
            BulletsMoved |= !step.IsEmpty || ChangesLines(update.Changes);
        }
    }

    public void Give(IReadOnlyList<GivenEvidence> given, IReadOnlyList<string> removed, string authorKey)
    {
        foreach (var id in removed)
        {
            var (book, step) = _evidence.Remove(id, Head.Version);
            (_evidence, _step) = (book, _step.Then(step));
        }

        var (with, opened) = _evidence.Advance(Head.Version, [], given, Head.Bullets, authorKey);
        (_evidence, _step) = (with, _step.Then(opened));
        BulletsMoved |= !_step.IsEmpty;
    }

    public Update NextServerUpdate(ChangeSet changes) => new(LiveSummary.ServerClient, Now.NextSeqOf(LiveSummary.ServerClient), changes);

    public LogAppend ToAppend() => new(talkId, live.Order.Version, live.Hash, _rows, _step, SnapshotIsDue ? Head : null);

    /// <summary>It is on disk.</summary>
    public LiveSummary Commit(byte[] hash)
    {
        var snapshot = SnapshotIsDue;
        var (version, bytes) = (Head.Version, Bytes);
        foreach (var accepted in _accepted)
            live.Order.Commit(accepted);
        return live with
        {
            Evidence = _evidence, Hash = hash, LastSeqs = _lastSeqs,
            SnapshotVersion = snapshot ? version : live.SnapshotVersion, BytesSinceSnapshot = snapshot ? 0 : bytes,
        };
    }

    private long Bytes => live.BytesSinceSnapshot + _rows.Sum(x => (long)x.Changes.Length);

    private bool SnapshotIsDue =>
        _rows.Count > 0 && (Head.Version - live.SnapshotVersion >= SummaryLog.VersionsPerSnapshot || Bytes >= SummaryLog.BytesPerSnapshot);

    // A deletion may take line breaks along; whether it did is not worth finding out.
    private static bool ChangesLines(ChangeSet changes) =>
        changes.Ranges.Any(x => x.ToA - x.FromA > 1 || x.Inserted.Contains('\n', StringComparison.Ordinal) || x.ToA - x.FromA > x.Inserted.Length);
}
