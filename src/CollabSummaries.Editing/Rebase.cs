namespace CollabSummaries.Editing;

/// <summary>
/// Moves updates made at an older version after the ones accepted since. The missed updates are taken one at a time, never composed: mapping does
/// not distribute over composition, and the browsers receive them one at a time too. (Text <c>a</c>; accepted: delete it, then insert Y; concurrent:
/// insert Z before it. One at a time gives <c>YZ</c>, over the composition <c>ZY</c>.)
/// </summary>
public static class Rebase
{
    /// <param name="pushed">In a row, the first made to the text <paramref name="missed"/> begins with.</param>
    /// <returns>As many updates as were pushed, made to the text <paramref name="missed"/> ends with.</returns>
    public static IReadOnlyList<Update> Over(IReadOnlyList<Update> pushed, IReadOnlyList<ChangeSet> missed)
    {
        ArgumentNullException.ThrowIfNull(pushed);
        ArgumentNullException.ThrowIfNull(missed);
        var moved = pushed.ToArray();
        foreach (var one in missed) Over(moved, one);
        return moved;
    }

    /// <summary>
    /// As <see cref="Over(IReadOnlyList{Update}, IReadOnlyList{ChangeSet})"/>, but the missed part of the log may hold the first of the pushed updates
    /// themselves: their acknowledgement was lost and they come again. Those are dropped, so that nothing is applied twice.
    /// </summary>
    /// <returns>The moved updates that are new; null when an update of the log comes again with another body.</returns>
    public static IReadOnlyList<Update>? OverLog(IReadOnlyList<Update> pushed, IReadOnlyList<Update> missed)
    {
        ArgumentNullException.ThrowIfNull(pushed);
        ArgumentNullException.ThrowIfNull(missed);
        var moved = pushed.ToArray().AsSpan();
        foreach (var one in missed)
        {
            if (moved.Length > 0 && moved[0].ClientId == one.ClientId && moved[0].Seq == one.Seq)
            {
                // Both were moved over the same updates in the same order, so the bytes must agree.
                if (moved[0].Changes.ToJson() != one.Changes.ToJson()) return null;
                moved = moved[1..];
            }
            else
            {
                Over(moved, one.Changes);
            }
        }
        return moved.ToArray();
    }

    private static void Over(Span<Update> updates, ChangeSet missed)
    {
        foreach (ref var update in updates)
        {
            var moved = update.Changes.Map(missed);
            missed = missed.Map(update.Changes, before: true);
            update = update with { Changes = moved };
        }
    }
}
