using CollabSummaries.Editing.Bullets;

namespace CollabSummaries.Editing.Sessions;

/// <summary>A summary at one version.</summary>
/// <param name="Version">Updates accepted so far.</param>
public sealed record SessionState(long Version, string Text, BulletMap Bullets);

/// <summary>Reads updates of the log from <paramref name="afterVersion"/>, not included, to <paramref name="toVersion"/>, included, gapless and in order.</summary>
public delegate ValueTask<IReadOnlyList<Update>> LoadUpdates(long afterVersion, long toVersion, CancellationToken cancellationToken);
