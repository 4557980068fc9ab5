using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Talks;

/// <summary>Talks with their transcripts. Rights are the caller's to check.</summary>
public sealed class TalkStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>UTF-16 code units of a title at most.</summary>
    public const int LongestTitle = 300;

    /// <summary>Keeps talk, transcript and empty summary, or the summary the file brings, in one transaction; returns the talk's id.</summary>
    public async Task<string> AddAsync(NewTalk talk, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var id = Ids.New();
        var kept = new Talk
        {
            Id = id, Title = TitleFrom(talk.Title), Date = talk.Date, MediaUrl = talk.MediaUrl, CreatedBy = talk.CreatedBy,
            CreatedAt = now, UpdatedAt = now, Transcript = talk.Transcript.ToKept(id),
        };
        var text = talk.Summary is { Count: > 0 } bullets ? string.Join('\n', bullets.Select(x => $"- {x}")) : "";
        await writer.WriteAsync(
            async context =>
            {
                context.Add(kept);
                await SummaryLog.StartAsync(context, id, talk.CreatedBy, text, now, CancellationToken.None).ConfigureAwait(false);
            },
            stop).ConfigureAwait(false);
        return id;
    }

    /// <summary>The library, last changed first.</summary>
    public async Task<IReadOnlyList<TalkLine>> ListAsync(TalkQuery query, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        var talks = context.Talks.Where(x => query.Bin ? x.DeletedAt != null : x.DeletedAt == null);
        if (!string.IsNullOrWhiteSpace(query.TitleContains))
        {
            var pattern = LikePattern(query.TitleContains.Trim());
            talks = talks.Where(x => EF.Functions.Like(x.Title, pattern, "\\"));
        }

        return await talks
            .OrderByDescending(x => x.UpdatedAt).ThenBy(x => x.Id)
            .Select(x => new TalkLine(
                x.Id, x.Title, x.Date, x.UpdatedAt, x.DeletedAt, x.Transcript.DurationMs, x.Transcript.SegmentCount,
                x.Transcript.SpeakerCount, x.Transcript.WordCount,
                context.Authors.Where(a => a.Key == x.CreatedBy).Select(a => a.Name).FirstOrDefault() ?? "",
                context.Runs.Where(r => r.TalkId == x.Id).OrderByDescending(r => r.Number)
                    .Select(r => new RunLine(r.Id, r.Number, r.State, r.PartsDone, r.PartsTotal)).FirstOrDefault()))
            .ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The talk with its transcript's facts, but neither raw file nor segments; null: there is none (one in the bin is found).</summary>
    public async Task<Talk?> FindAsync(string id, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Talks.AsNoTracking().Where(x => x.Id == id)
            .Select(x => new Talk
            {
                Id = x.Id, Title = x.Title, Date = x.Date, MediaUrl = x.MediaUrl, CreatedBy = x.CreatedBy,
                CreatedAt = x.CreatedAt, UpdatedAt = x.UpdatedAt, DeletedAt = x.DeletedAt,
                Transcript = new KeptTranscript
                {
                    TalkId = x.Id, FileName = x.Transcript.FileName, Raw = Array.Empty<byte>(), Format = x.Transcript.Format,
                    Encoding = x.Transcript.Encoding, Language = x.Transcript.Language, DurationMs = x.Transcript.DurationMs,
                    Edition = x.Transcript.Edition, SegmentCount = x.Transcript.SegmentCount, SpeakerCount = x.Transcript.SpeakerCount, WordCount = x.Transcript.WordCount,
                },
            })
            .SingleOrDefaultAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The file as it came, byte for byte.</summary>
    public async Task<byte[]> GetRawAsync(string id, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Transcripts.Where(x => x.TalkId == id).Select(x => x.Raw).SingleAsync(stop).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<KeptSegment>> ListSegmentsAsync(string id, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Segments.AsNoTracking().Where(x => x.TalkId == id).OrderBy(x => x.Index).ToListAsync(stop).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<KeptChapter>> ListChaptersAsync(string id, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Chapters.AsNoTracking().Where(x => x.TalkId == id).OrderBy(x => x.Index).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>False: there is no such talk.</summary>
    public Task<bool> RenameAsync(string id, string title, CancellationToken stop)
    {
        var (now, kept) = (time.GetUtcNow(), TitleFrom(title));
        return ChangeAsync(id, context => context.Talks.Where(x => x.Id == id)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.Title, kept).SetProperty(t => t.UpdatedAt, now), CancellationToken.None), stop);
    }

    /// <summary>Puts it in the bin. False: there is no such talk.</summary>
    public Task<bool> DeleteAsync(string id, CancellationToken stop) => MoveAsync(id, time.GetUtcNow(), stop);

    /// <summary>Takes it out of the bin. False: there is no such talk (any more).</summary>
    public Task<bool> UndeleteAsync(string id, CancellationToken stop) => MoveAsync(id, null, stop);

    /// <summary>Removes for good what went to the bin before <paramref name="olderThan"/>; returns how many talks.</summary>
    public Task<int> PurgeAsync(DateTimeOffset olderThan, CancellationToken stop) =>
        writer.WriteAsync(context => context.Talks.Where(x => x.DeletedAt < olderThan).ExecuteDeleteAsync(CancellationToken.None), stop);

    private static string TitleFrom(string title)
    {
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
            throw new ArgumentException("A talk needs a title.", nameof(title));
        if (line.Length <= LongestTitle)
            return line;
        return line[..(char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
    }

    private static string LikePattern(string words) =>
        $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    private Task<bool> MoveAsync(string id, DateTimeOffset? deletedAt, CancellationToken stop) =>
        ChangeAsync(id, context => context.Talks.Where(x => x.Id == id)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.DeletedAt, deletedAt), CancellationToken.None), stop);

    private async Task<bool> ChangeAsync(string id, Func<WorkspaceContext, Task<int>> change, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return await writer.WriteAsync(change, stop).ConfigureAwait(false) > 0;
    }
}
