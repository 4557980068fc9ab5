using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Templates;

/// <summary>Reads and writes templates. A run keeps the text of the one it used, so what is changed here changes no past.</summary>
public sealed class TemplateStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>More on one talk or in the workspace are refused.</summary>
    public const int Most = 50;

    /// <summary>Those of the workspace and those of the talk, by name.</summary>
    public async Task<IReadOnlyList<KeptTemplate>> ListAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Templates.AsNoTracking().Where(x => x.DeletedAt == null && (x.TalkId == null || x.TalkId == talkId))
            .OrderBy(x => x.Name).ThenBy(x => x.Id).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>One that this talk may use; null: there is none.</summary>
    public async Task<KeptTemplate?> FindAsync(string talkId, string id, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Templates.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && (x.TalkId == null || x.TalkId == talkId), stop).ConfigureAwait(false);
    }

    /// <param name="talkId">Null: for every talk of the workspace.</param>
    /// <exception cref="InvalidOperationException">There are too many.</exception>
    public Task<KeptTemplate> AddAsync(string? talkId, string name, string body, string authorKey, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context =>
            {
                if (await context.Templates.CountAsync(x => x.TalkId == talkId && x.DeletedAt == null, CancellationToken.None).ConfigureAwait(false) >= Most)
                    throw new InvalidOperationException($"There are {Most} templates already; delete one first.");
                var template = new KeptTemplate { Id = Ids.New(), TalkId = talkId, Name = name, Body = body, EditedBy = authorKey, EditedAt = now };
                context.Add(template);
                return template;
            },
            stop);
    }

    /// <summary>Writes it anew, and brings it back if it was deleted. Null: there is none; else what it was before.</summary>
    public Task<KeptTemplate?> SaveAsync(string talkId, string id, string name, string body, string authorKey, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context =>
            {
                if (await context.Templates.SingleOrDefaultAsync(x => x.Id == id && (x.TalkId == null || x.TalkId == talkId), CancellationToken.None).ConfigureAwait(false) is not { } kept)
                    return null;
                var before = new KeptTemplate { Id = kept.Id, TalkId = kept.TalkId, Name = kept.Name, Body = kept.Body, EditedBy = kept.EditedBy, EditedAt = kept.EditedAt, DeletedAt = kept.DeletedAt };
                (kept.Name, kept.Body, kept.EditedBy, kept.EditedAt, kept.DeletedAt) = (name, body, authorKey, now, null);
                return before;
            },
            stop);
    }

    /// <summary>Takes it out of the lists. False: there is none.</summary>
    public Task<bool> DeleteAsync(string talkId, string id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context => await context.Templates.Where(x => x.Id == id && (x.TalkId == null || x.TalkId == talkId) && x.DeletedAt == null)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.DeletedAt, now), CancellationToken.None).ConfigureAwait(false) == 1,
            stop);
    }
}
