using System.Collections.Immutable;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>All a session holds of its summary, opened from the log and thrown away when a write fails. Used by the session's own loop alone.</summary>
/// <param name="Order">Gives pushes their place.</param>
/// <param name="Evidence">What bullets rest on at the head.</param>
/// <param name="Hash">Of the head's row.</param>
/// <param name="LastSeqs">The highest number in the log of every client that ever wrote.</param>
internal sealed record LiveSummary(
    EditingSession Order, EvidenceBook Evidence, byte[] Hash, ImmutableDictionary<string, long> LastSeqs, long SnapshotVersion, long BytesSinceSnapshot)
{
    /// <summary>The client name of what the server writes itself.</summary>
    public const string ServerClient = "server";

    /// <summary>Null when there is no such talk.</summary>
    public static async Task<LiveSummary?> OpenAsync(SummaryLog log, EvidenceStore evidence, string talkId, CancellationToken stop)
    {
        if (await log.OpenAsync(talkId, stop) is not { } opened)
            return null;
        var state = opened.State;
        var rows = await evidence.ListAsync(talkId, state.Version, stop);
        var order = EditingSession.Open(state.Text, state.Version, state.Bullets, opened.Recent, opened.LastSeqs);
        return new LiveSummary(order, EvidenceBook.Of(talkId, rows), opened.Hash, opened.LastSeqs.ToImmutableDictionary(StringComparer.Ordinal), opened.SnapshotVersion, opened.BytesSinceSnapshot);
    }
}
