namespace CollabSummaries.Editing.Sessions;

/// <summary>
/// The live text of one summary: gives every push its place in one order. One lock guards all; nothing waits inside it. The law:
/// <list type="number">
/// <item>A push is taken whole or refused whole; its updates keep number and count, each makes one version.</item>
/// <item>Updates made at an older version are moved over the ones accepted since, one at a time; those the log already has are dropped.</item>
/// <item>Accepting keeps nothing. The host writes what was accepted to its log, in the order accepted, then commits, then tells the author and the
/// others. Pushes accepted meanwhile build on what is pending.</item>
/// <item>When a write fails everything pending is void: <see cref="Abandon"/>, and open a new session from the log.</item>
/// </list>
/// </summary>
public sealed class EditingSession
{
    private readonly Lock _gate = new();
    private readonly SessionLimits _limits;
    private readonly RecentLog _recent;
    private readonly ClientOrder _order;
    private readonly Queue<Accepted> _pending = new();
    private SessionState _head;
    private bool _ended;

    private EditingSession(SessionState state, IReadOnlyList<Update> recent, IReadOnlyDictionary<string, long>? lastSeqs, SessionLimits limits)
    {
        Committed = _head = state;
        _limits = limits;
        _recent = new RecentLog(state.Version, recent, limits.RecentUpdates);
        _order = new ClientOrder(lastSeqs, recent);
    }

    /// <summary>What is in the log. Read it once and use the copy: version, text and bullets belong together.</summary>
    public SessionState Committed { get; private set; }

    public long Version => Committed.Version;

    /// <summary>True after <see cref="Abandon"/>.</summary>
    public bool Ended
    {
        get { lock (_gate) return _ended; }
    }

    /// <param name="recent">The last updates of the log, the last one made <paramref name="version"/>; may be empty.</param>
    /// <param name="lastSeqs">The highest Seq in the log of every client that ever wrote. Without it a number that is missing, or comes twice, from a client
    /// older than <paramref name="recent"/> shows only in the log.</param>
    public static EditingSession Open(
        string text,
        long version,
        Bullets.BulletMap bullets,
        IReadOnlyList<Update> recent,
        IReadOnlyDictionary<string, long>? lastSeqs = null,
        SessionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(recent);
        if (recent.Count > version) throw new ArgumentException($"{recent.Count} updates cannot have made version {version}.", nameof(recent));
        return new EditingSession(new SessionState(version, text, bullets), recent, lastSeqs, limits ?? SessionLimits.Default);
    }

    /// <summary>Gives a push its place, or says why not.</summary>
    /// <param name="pushVersion">The version the first update was made at.</param>
    /// <param name="older">The updates a <see cref="NeedsLog"/> asked for.</param>
    /// <param name="bulletIds">Ids for bullets of the last update, by line start in the text it makes as pushed. From the server's own authors only.</param>
    public AcceptOutcome Accept(
        long pushVersion, IReadOnlyList<Update> updates, IReadOnlyList<Update>? older = null, IReadOnlyDictionary<int, string>? bulletIds = null)
    {
        ArgumentNullException.ThrowIfNull(updates);
        lock (_gate)
        {
            if (_ended) return new Refused(RefusalCode.Ended, "The session ended; open it again.");
            if (PushCheck.Find(updates, _limits) is { } refused) return refused;
            if (pushVersion > Committed.Version || pushVersion < 0)
                return new Refused(RefusalCode.Ahead, $"The push was made at version {pushVersion}; the log is at {Committed.Version}.");
            if (_head.Version - pushVersion > _limits.MaxBehind)
                return new Refused(RefusalCode.TooFarBehind, $"The push lies {_head.Version - pushVersion} versions behind; {_limits.MaxBehind} are allowed.");
            return FindMissed(pushVersion, older) is { } missed
                ? Place(updates, missed, bulletIds)
                : new NeedsLog(pushVersion, _recent.AfterVersion);
        }
    }

    /// <summary>As <see cref="Accept"/>, reading from the log what memory does not hold.</summary>
    public async ValueTask<AcceptOutcome> AcceptAsync(
        long pushVersion, IReadOnlyList<Update> updates, LoadUpdates load, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(load);
        var outcome = Accept(pushVersion, updates);
        while (outcome is NeedsLog needed)
        {
            var older = await load(needed.AfterVersion, needed.ToVersion, cancellationToken);
            if (older.Count != needed.ToVersion - needed.AfterVersion)
                throw new InvalidDataException($"The log gave {older.Count} updates from version {needed.AfterVersion} to {needed.ToVersion}.");
            outcome = Accept(pushVersion, updates, older);
        }
        return outcome;
    }

    /// <summary>The log has it. In the order accepted, none left out.</summary>
    public void Commit(Accepted accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        lock (_gate)
        {
            if (_ended) throw new InvalidOperationException("The session was abandoned.");
            if (!_pending.TryPeek(out var next) || !ReferenceEquals(next, accepted))
                throw new InvalidOperationException("Commits come in the order accepted.");
            _pending.Dequeue();
            _recent.Append(accepted.Updates);
            Committed = accepted.After;
        }
    }

    /// <summary>A write failed: what is pending is void and nothing more is accepted.</summary>
    public void Abandon()
    {
        lock (_gate) _ended = true;
    }

    /// <summary>The committed updates after a version, or null when memory does not reach back so far or the version is still to come.</summary>
    public IReadOnlyList<Update>? Since(long version)
    {
        lock (_gate) return version < _recent.AfterVersion || version > _recent.Version ? null : _recent.After(version);
    }

    private List<Update>? FindMissed(long pushVersion, IReadOnlyList<Update>? older)
    {
        var missed = new List<Update>();
        var after = pushVersion;
        if (after < _recent.AfterVersion)
        {
            // The window may have moved on while the log was read; then there is a gap, and it is asked for again.
            if (older is null || after + older.Count < _recent.AfterVersion) return null;
            missed.AddRange(older);
            after += older.Count;
        }
        missed.AddRange(_recent.After(after));
        foreach (var accepted in _pending) missed.AddRange(accepted.Updates);
        return missed;
    }

    private AcceptOutcome Place(IReadOnlyList<Update> updates, List<Update> missed, IReadOnlyDictionary<int, string>? bulletIds)
    {
        var length = missed.Count > 0 ? missed[0].Changes.Length : _head.Text.Length;
        if (updates[0].Changes.Length != length)
            return new Refused(RefusalCode.LengthMismatch, $"The push edits {updates[0].Changes.Length} code units; the text of its version has {length}.");
        if (Rebase.OverLog(updates, missed) is not { } moved)
            return new Refused(RefusalCode.ChangedResend, "An update of the log came again with another body.");
        if (moved.Count > 0 && _order.Check(moved[0]) is { } disorder) return disorder;

        var ids = bulletIds is { Count: > 0 } && moved.Count == updates.Count ? BulletIdMoving.Over(bulletIds, updates, missed) : [];
        var walk = new HeadWalk(_head, _limits);
        for (var i = 0; i < moved.Count; i++)
            if (walk.Step(moved[i], i == moved.Count - 1 ? ids : null) is { } refused) return refused;

        var accepted = new Accepted(_head.Version, moved, walk.Head, walk.BulletChanges, ids);
        _head = walk.Head;
        _order.Note(moved);
        _pending.Enqueue(accepted);
        return accepted;
    }
}
