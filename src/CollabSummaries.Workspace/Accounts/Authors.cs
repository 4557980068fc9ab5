using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Accounts;

/// <summary>The names updates are kept under.</summary>
public static class Authors
{
    /// <summary>Colors a participant can have; <see cref="Author.Color"/> is below it.</summary>
    public const int Colors = 8;

    /// <summary>Adds the author, or brings name and color up to date. Part of the caller's work in the writer.</summary>
    public static async Task KeepAsync(WorkspaceContext context, string key, string name, int color, AuthorKind kind)
    {
        if (await context.Authors.FindAsync(key).ConfigureAwait(false) is { } known)
            (known.Name, known.Color) = (name, color);
        else
            context.Add(new Author { Key = key, Name = name, Color = color, Kind = kind });
    }

    /// <summary>Names and colors by key; keys nobody has are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, Author>> ListAsync(
        IDbContextFactory<SqliteWorkspaceContext> contexts, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Authors.AsNoTracking().Where(x => keys.Contains(x.Key)).ToDictionaryAsync(x => x.Key, stop).ConfigureAwait(false);
    }
}
