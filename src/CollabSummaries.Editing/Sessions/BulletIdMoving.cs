namespace CollabSummaries.Editing.Sessions;

/// <summary>Moves declared bullet ids along when their update is moved over missed ones.</summary>
internal static class BulletIdMoving
{
    /// <param name="ids">By line starts of the text the last of <paramref name="pushed"/> makes.</param>
    public static Dictionary<int, string> Over(IReadOnlyDictionary<int, string> ids, IReadOnlyList<Update> pushed, IReadOnlyList<Update> missed)
    {
        var moved = ids.ToDictionary();
        var updates = pushed.Select(update => update.Changes).ToArray();
        foreach (var one in missed)
        {
            var over = one.Changes;
            for (var i = 0; i < updates.Length; i++) (updates[i], over) = (updates[i].Map(over), over.Map(updates[i], before: true));
            moved = moved.ToDictionary(entry => over.MapPosition(entry.Key, assoc: 1), entry => entry.Value);
        }
        return moved;
    }
}
