namespace CollabSummaries.Editing.Sessions;

/// <summary>The last number accepted of each client, committed or pending.</summary>
internal sealed class ClientOrder
{
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);
    private readonly bool _complete;

    /// <param name="lastSeqs">Of every client that ever wrote; null when only <paramref name="recent"/> is known, then an unknown client may begin anywhere.</param>
    public ClientOrder(IReadOnlyDictionary<string, long>? lastSeqs, IReadOnlyList<Update> recent)
    {
        _complete = lastSeqs is not null;
        foreach (var (client, seq) in lastSeqs ?? new Dictionary<string, long>()) _last[client] = seq;
        Note(recent);
    }

    /// <summary>Null when an update with this number may come next.</summary>
    public Refused? Check(Update next)
    {
        var known = _last.TryGetValue(next.ClientId, out var last);
        if (!known && !_complete && next.Seq >= 0) return null;
        var due = known ? last + 1 : 0;
        return next.Seq == due ? null : new Refused(RefusalCode.OutOfOrder, $"Update {next.Seq} came where {due} was due.");
    }

    public void Note(IReadOnlyList<Update> accepted)
    {
        foreach (var update in accepted) _last[update.ClientId] = update.Seq;
    }
}
