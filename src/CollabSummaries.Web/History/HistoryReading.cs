using CollabSummaries.Editing.Sessions;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.History;

/// <summary>What the history page reads. Rights are the page's to check.</summary>
internal sealed class HistoryReading(IDbContextFactory<SqliteWorkspaceContext> contexts, SummaryLog log, TalkStore talks)
{
    /// <exception cref="AccessDeniedException">There is none.</exception>
    public async Task<Talk> GetTalkAsync(string talkId, CancellationToken stop) =>
        await talks.FindAsync(talkId, stop) ?? throw new AccessDeniedException();

    /// <summary>Updates accepted so far.</summary>
    public async Task<long> GetHeadAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        return await context.Heads.Where(x => x.TalkId == talkId).Select(x => x.Version).SingleAsync(stop);
    }

    public Task<IReadOnlyList<KeptUpdate>> ListAsync(string talkId, long afterVersion, long upToVersion, CancellationToken stop) =>
        log.ListUpdatesAsync(talkId, afterVersion, upToVersion, stop);

    public Task<SessionState> AtAsync(string talkId, long version, CancellationToken stop) => log.TextAtAsync(talkId, version, stop);

    public Task<IReadOnlyDictionary<string, Author>> ListAuthorsAsync(IReadOnlyCollection<string> keys, CancellationToken stop) =>
        Authors.ListAsync(contexts, keys, stop);
}
