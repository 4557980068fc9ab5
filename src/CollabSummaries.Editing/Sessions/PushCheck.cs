namespace CollabSummaries.Editing.Sessions;

/// <summary>What can be said of a push before it is moved.</summary>
internal static class PushCheck
{
    public static Refused? Find(IReadOnlyList<Update> updates, SessionLimits limits)
    {
        if (updates.Count == 0) return new Refused(RefusalCode.TooMany, "The push holds no update.");
        if (updates.Count > limits.MaxUpdates)
            return new Refused(RefusalCode.TooMany, $"The push holds {updates.Count} updates; {limits.MaxUpdates} are allowed.");
        for (var i = 1; i < updates.Count; i++)
        {
            var (last, next) = (updates[i - 1], updates[i]);
            if (next.ClientId != last.ClientId) return new Refused(RefusalCode.OutOfOrder, "The push holds updates of two clients.");
            if (next.Seq != last.Seq + 1) return new Refused(RefusalCode.OutOfOrder, $"Update {next.Seq} follows update {last.Seq}.");
            if (next.Changes.Length != last.Changes.NewLength)
                return new Refused(RefusalCode.LengthMismatch, $"Update {i} of the push edits {next.Changes.Length} code units; the one before makes {last.Changes.NewLength}.");
        }
        return null;
    }
}
