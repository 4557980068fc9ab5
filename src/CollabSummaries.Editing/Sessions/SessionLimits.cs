namespace CollabSummaries.Editing.Sessions;

/// <summary>What one summary and one push may weigh.</summary>
/// <param name="MaxTextLength">UTF-16 code units. A text already longer may still be made shorter.</param>
/// <param name="MaxBullets">As for the text: more than this may still become fewer.</param>
/// <param name="MaxUpdates">In one push.</param>
/// <param name="MaxBehind">Versions a push may lie behind the head.</param>
/// <param name="RecentUpdates">Kept in memory for pulls and late pushes; older ones are read from the log.</param>
public sealed record SessionLimits(
    int MaxTextLength = 262_144, int MaxBullets = 2_000, int MaxUpdates = 1_000, int MaxBehind = 5_000, int RecentUpdates = 5_000)
{
    public static SessionLimits Default { get; } = new();
}
