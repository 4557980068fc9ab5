using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Talks;

/// <summary>Changes transcripts after they were imported. The files are never touched, and everything that points into the words, evidence of every
/// version and bullets of every run, moves in the same transaction. Rights are the caller's to check.</summary>
public sealed class TranscriptStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>Null: there is no such talk.</summary>
    public async Task<TranscriptSource?> FindAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        await using var moment = await context.Database.BeginTransactionAsync(stop).ConfigureAwait(false);
        if (await context.Transcripts.AsNoTracking().SingleOrDefaultAsync(x => x.TalkId == talkId, stop).ConfigureAwait(false) is not { } kept)
            return null;
        var added = await context.AddedFiles.AsNoTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Index).ToListAsync(stop).ConfigureAwait(false);
        return new TranscriptSource(
            talkId,
            kept.Edition,
            [new SourceFile(kept.FileName, kept.Raw, kept.Format, null, null), .. added.Select(x => new SourceFile(x.FileName, x.Raw, x.Format, x.Way, x.ShiftMs))],
            await context.SpeakerNames.AsNoTracking().Where(x => x.TalkId == talkId).ToDictionaryAsync(x => x.Imported, x => x.Shown, stop).ConfigureAwait(false),
            await context.Corrections.AsNoTracking().Where(x => x.TalkId == talkId).ToListAsync(stop).ConfigureAwait(false),
            await context.Segments.AsNoTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Index).ToListAsync(stop).ConfigureAwait(false),
            await context.Chapters.AsNoTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Index).ToListAsync(stop).ConfigureAwait(false));
    }

    /// <summary>How often the transcript was changed.</summary>
    public async Task<int> GetEditionAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Transcripts.Where(x => x.TalkId == talkId).Select(x => x.Edition).SingleAsync(stop).ConfigureAwait(false);
    }

    public Task<TranscriptOutcome> ChangeAsync(string talkId, TranscriptChange change, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context =>
            {
                if (change.MovePassages is not null && await context.Runs.AnyAsync(x => x.TalkId == talkId && x.OpenKey != null, CancellationToken.None).ConfigureAwait(false))
                    return TranscriptOutcome.RunIsReading;
                var moved = await context.Transcripts.Where(x => x.TalkId == talkId && x.Edition == change.FromEdition)
                    .ExecuteUpdateAsync(x => x.SetProperty(t => t.Edition, change.FromEdition + 1), CancellationToken.None).ConfigureAwait(false);
                if (moved == 0)
                    return TranscriptOutcome.MovedOn;
                await TranscriptWriting.WriteAsync(context, talkId, change).ConfigureAwait(false);
                await context.Talks.Where(x => x.Id == talkId).ExecuteUpdateAsync(x => x.SetProperty(t => t.UpdatedAt, now), CancellationToken.None).ConfigureAwait(false);
                return TranscriptOutcome.Changed;
            },
            stop);
    }
}
