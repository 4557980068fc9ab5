using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Editing.Writing;

/// <summary>Edits the server itself makes: they wait in the same line as everybody's, and everybody sees them at once.</summary>
internal sealed class SummaryWriting(
    SessionDirectory sessions, SummaryLog log, EvidenceStore evidence, IAccess access, IDbContextFactory<SqliteWorkspaceContext> contexts)
{
    /// <summary>Makes the edit planned on the summary as it then stands; a plan of null makes none. Ends after the commit.</summary>
    /// <returns>The version afterwards.</returns>
    public async Task<long> WriteAsync(string talkId, string authorKey, UpdateKind kind, Func<SummaryNow, PlannedEdit?> plan, CancellationToken stop)
    {
        using var open = await sessions.OpenAsync(talkId, stop) ?? throw new AccessDeniedException();
        return await open.Session.WriteAsync(authorKey, kind, plan, stop);
    }

    /// <summary>Puts bullets under their sections with their evidence, as one update. A bullet that ever was in this summary is not put there again,
    /// so landing may be repeated after a crash. Waits a little while somebody types on the last line, where bullets come to stand.</summary>
    /// <returns>The version afterwards.</returns>
    public async Task<long> LandAsync(string talkId, string authorKey, UpdateKind kind, IReadOnlyList<LandingBullet> bullets, CancellationToken stop)
    {
        var landed = await ListLandedAsync(talkId, bullets, stop);
        using var open = await sessions.OpenAsync(talkId, stop) ?? throw new AccessDeniedException();
        await open.Session.LastLine.UntilQuietAsync(stop);
        return await open.Session.WriteAsync(
            authorKey, kind, now => Landing.Plan(now.State, [.. bullets.Where(x => !landed.Contains(x.BulletId))], open.Session.LastLine.IsTaken), stop);
    }

    /// <summary>Brings back one bullet, or all, as they were at a version, with ids and evidence.</summary>
    /// <returns>The version afterwards.</returns>
    public async Task<long> RestoreAsync(Who who, string talkId, long version, string? bulletId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        var then = new SummaryThen(await log.TextAtAsync(talkId, version, stop), await evidence.ListAsync(talkId, version, stop));
        return await WriteAsync(
            talkId, who.AuthorKey, UpdateKind.Restore,
            now => bulletId is null ? Restoring.PlanAll(now, then) : Restoring.PlanBullet(now, then, bulletId), stop);
    }

    /// <summary>A person links a bullet to passages.</summary>
    public async Task GiveEvidenceAsync(Who who, string talkId, string bulletId, IReadOnlyList<PassagePiece> passages, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        await WriteAsync(
            talkId, who.AuthorKey, UpdateKind.Edit,
            now => now.State.Bullets.Find(bulletId) is null ? null : new PlannedEdit(null, Given: [new GivenEvidence(bulletId, passages, "supported", 1, "linked")]), stop);
    }

    /// <summary>A person takes evidence away from its bullet.</summary>
    public async Task RemoveEvidenceAsync(Who who, string talkId, string evidenceId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        await WriteAsync(talkId, who.AuthorKey, UpdateKind.Edit, _ => new PlannedEdit(null, Removed: [evidenceId]), stop);
    }

    // Only rows of runs and restores carry ids, so few are looked through.
    private async Task<HashSet<string>> ListLandedAsync(string talkId, IReadOnlyList<LandingBullet> bullets, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        var declared = await context.Updates.AsNoTracking().Where(x => x.TalkId == talkId && x.BulletIds != null)
            .Select(x => x.BulletIds!).ToListAsync(stop);
        var ids = declared.SelectMany(LogReplay.ReadIds).ToHashSet(StringComparer.Ordinal);
        return [.. bullets.Select(x => x.BulletId).Where(ids.Contains)];
    }
}
