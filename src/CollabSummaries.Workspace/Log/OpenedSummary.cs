using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Workspace.Log;

/// <summary>A summary as its log leaves it, with what a session needs to go on.</summary>
/// <param name="Hash">Of the last row; the next one chains to it.</param>
/// <param name="Recent">The updates since the last snapshot; the last of them made the state's version.</param>
/// <param name="LastSeqs">The highest number in the log of every client that ever wrote.</param>
/// <param name="SnapshotVersion">Of the last snapshot; 0 without one.</param>
/// <param name="BytesSinceSnapshot">Characters of changes since.</param>
public sealed record OpenedSummary(
    string TalkId,
    SessionState State,
    byte[] Hash,
    IReadOnlyList<Update> Recent,
    IReadOnlyDictionary<string, long> LastSeqs,
    long SnapshotVersion,
    long BytesSinceSnapshot);

/// <summary>An accepted update on its way into the log.</summary>
/// <param name="Changes">The update's changes as JSON.</param>
/// <param name="BulletIds">Ids its author declared, by line start in the new text; null for most.</param>
public sealed record NewRow(Update Update, string Changes, string AuthorKey, UpdateKind Kind, IReadOnlyDictionary<int, string>? BulletIds = null);

/// <summary>What goes into the log at once, or not at all.</summary>
/// <param name="FromVersion">The head these rows follow.</param>
/// <param name="FromHash">Its hash.</param>
/// <param name="After">The summary after the last row, for a snapshot when one is due; null: none.</param>
public sealed record LogAppend(
    string TalkId,
    long FromVersion,
    byte[] FromHash,
    IReadOnlyList<NewRow> Rows,
    EvidenceStep Evidence,
    SessionState? After);

/// <summary>Somebody else wrote to this log meanwhile: open it again.</summary>
public sealed class LogConflictException(string talkId, long version)
    : Exception($"The summary of talk {talkId} has moved on from version {version}.");
