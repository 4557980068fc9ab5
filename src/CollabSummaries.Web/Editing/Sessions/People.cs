using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Access;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>Who has a summary open. Of those who may edit, so many do; the rest read along until a place is free.</summary>
internal sealed class People(int maxEditors)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Participant> _byConnection = new(StringComparer.Ordinal);
    private long _arrivals;

    public Participant Enter(string connectionId, Who who, string clientId, bool mayEdit)
    {
        lock (_gate)
        {
            var participant = new Participant(Ids.New(), connectionId, who, clientId, _arrivals++) { MayEdit = mayEdit };
            participant.Edits = mayEdit && Editing() < maxEditors;
            _byConnection[connectionId] = participant;
            return participant;
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _byConnection.Count;
        }
    }

    public bool Leave(string connectionId)
    {
        lock (_gate)
            return _byConnection.Remove(connectionId);
    }

    public IReadOnlyList<Participant> List()
    {
        lock (_gate)
            return [.. _byConnection.Values.OrderBy(x => x.Order)];
    }

    /// <summary>The store gave or took a right.</summary>
    /// <returns>True when that changed who edits.</returns>
    public bool Allow(Participant participant, bool mayEdit)
    {
        lock (_gate)
        {
            participant.MayEdit = mayEdit;
            var edits = mayEdit && (participant.Edits || Editing() < maxEditors);
            if (edits == participant.Edits)
                return false;
            participant.Edits = edits;
            return true;
        }
    }

    /// <summary>Gives free places to those who wait longest.</summary>
    public IReadOnlyList<Participant> FillPlaces()
    {
        lock (_gate)
        {
            var free = maxEditors - Editing();
            var next = _byConnection.Values.Where(x => x.MayEdit && !x.Edits).OrderBy(x => x.Order).Take(Math.Max(free, 0)).ToList();
            next.ForEach(x => x.Edits = true);
            return next;
        }
    }

    private int Editing() => _byConnection.Values.Count(x => x.Edits);
}
