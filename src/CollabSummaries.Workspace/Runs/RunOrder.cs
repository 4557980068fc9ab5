namespace CollabSummaries.Workspace.Runs;

/// <summary>
/// In which order waiting runs are taken up: people take turns. Laws: whoever had a turn longest ago is next, whoever had none before all; of one person's runs the oldest is
/// first; who has as many at work as one person may comes after those who do not.
/// </summary>
public static class RunOrder
{
    /// <summary>Runs of one person at work at once: a long one never keeps a short one of the same person waiting.</summary>
    public const int MostOfOnePerson = 2;

    /// <param name="waiting">Runs nobody holds.</param>
    /// <param name="atWork">Runs held now.</param>
    /// <param name="lastTurns">When a run of a person was last taken up; nobody who never had one.</param>
    public static IReadOnlyList<Run> Of(IEnumerable<Run> waiting, IEnumerable<Run> atWork, IReadOnlyDictionary<string, DateTimeOffset> lastTurns)
    {
        var lines = waiting.GroupBy(r => r.RequestedBy, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<Run>(g.OrderBy(r => r.CreatedAt).ThenBy(r => r.Number)), StringComparer.Ordinal);
        var held = atWork.CountBy(r => r.RequestedBy, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var turns = lines.ToDictionary(l => l.Key, l => (Turn: 0, Before: lastTurns.TryGetValue(l.Key, out var at) ? at : DateTimeOffset.MinValue), StringComparer.Ordinal);
        var order = new List<Run>();
        for (var turn = 1; lines.Count > 0; turn++)
        {
            var person = lines.Keys
                .OrderBy(p => held.GetValueOrDefault(p) >= MostOfOnePerson)
                .ThenBy(p => turns[p].Turn).ThenBy(p => turns[p].Before)
                .ThenBy(p => lines[p].Peek().CreatedAt).ThenBy(p => p, StringComparer.Ordinal).First();
            order.Add(lines[person].Dequeue());
            turns[person] = (turn, turns[person].Before);
            held[person] = held.GetValueOrDefault(person) + 1;
            if (lines[person].Count == 0)
                lines.Remove(person);
        }

        return order;
    }
}
