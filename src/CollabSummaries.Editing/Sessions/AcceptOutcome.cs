using CollabSummaries.Editing.Bullets;

namespace CollabSummaries.Editing.Sessions;

/// <summary>What became of a push.</summary>
public abstract record AcceptOutcome
{
    private protected AcceptOutcome()
    {
    }
}

/// <summary>
/// Given a place in the order, not kept yet: the host writes <see cref="Updates"/> to its log as versions <c>FromVersion + 1 … ToVersion</c> and then
/// commits; only then may the author be told.
/// </summary>
/// <param name="FromVersion">The head it follows, which may be one not committed yet.</param>
/// <param name="Updates">Moved to that head; empty when the log has them all, a resend after a lost acknowledgement.</param>
/// <param name="After">The summary at <see cref="ToVersion"/>.</param>
/// <param name="BulletChanges">Per update what it did to bullets.</param>
/// <param name="BulletIds">Declared ids as used, by line start in the new text; belongs to the last update's row. Empty for most.</param>
public sealed record Accepted(
    long FromVersion,
    IReadOnlyList<Update> Updates,
    SessionState After,
    IReadOnlyList<IReadOnlyList<BulletChange>> BulletChanges,
    IReadOnlyDictionary<int, string> BulletIds) : AcceptOutcome
{
    /// <summary>The version to acknowledge.</summary>
    public long ToVersion => FromVersion + Updates.Count;

    public string Text => After.Text;

    public BulletMap Bullets => After.Bullets;
}

/// <summary>Nothing of the push was taken.</summary>
/// <param name="Sentence">For a log or a developer; holds no text of the summary.</param>
public sealed record Refused(RefusalCode Code, string Sentence) : AcceptOutcome;

/// <summary>The push was made before what is kept in memory: read these updates from the log and accept again with them.</summary>
/// <param name="AfterVersion">The first update needed made the version after this one.</param>
/// <param name="ToVersion">The last update needed made this version.</param>
public sealed record NeedsLog(long AfterVersion, long ToVersion) : AcceptOutcome;
