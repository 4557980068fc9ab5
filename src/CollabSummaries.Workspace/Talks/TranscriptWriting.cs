using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Talks;

/// <summary>Puts a changed transcript into its rows, inside the caller's transaction.</summary>
internal static class TranscriptWriting
{
    public static async Task WriteAsync(WorkspaceContext context, string talkId, TranscriptChange change)
    {
        await WriteSegmentsAsync(context, talkId, change.Segments).ConfigureAwait(false);
        await WriteGivenAsync(context, talkId, change).ConfigureAwait(false);
        if (change.Chapters is { } chapters)
        {
            await context.Chapters.Where(x => x.TalkId == talkId).ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
            context.AddRange(chapters.Select((x, i) => new KeptChapter { TalkId = talkId, Index = i, Title = x.Title, FirstSegment = x.FirstSegment }));
        }

        if (change.Formats is { } formats)
        {
            await WriteFormatsAsync(context, talkId, formats).ConfigureAwait(false);
            await StartOverAsync(context, talkId).ConfigureAwait(false);
        }

        if (change.MovePassages is { } move)
            await MoveAsync(context, talkId, move).ConfigureAwait(false);
        var (segments, speakers) = (change.Segments.Count, change.Segments.Select(x => x.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        var (words, end) = (change.Segments.Sum(x => Words.In(x.Text)), change.Segments.Max(x => x.EndMs ?? x.StartMs));
        await context.Transcripts.Where(x => x.TalkId == talkId).ExecuteUpdateAsync(
            x => x.SetProperty(t => t.SegmentCount, segments).SetProperty(t => t.SpeakerCount, speakers).SetProperty(t => t.WordCount, words).SetProperty(t => t.DurationMs, end),
            CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Rows that stay are changed where they differ; another cut of the file replaces them all.</summary>
    private static async Task WriteSegmentsAsync(WorkspaceContext context, string talkId, IReadOnlyList<SegmentNow> segments)
    {
        var kept = await context.Segments.AsTracking().Where(x => x.TalkId == talkId).OrderBy(x => x.Index).ToListAsync(CancellationToken.None).ConfigureAwait(false);
        var same = kept.Count == segments.Count
            && kept.Zip(segments).All(x => (x.First.SegmentId, x.First.FirstLine, x.First.LastLine) == (x.Second.Id, x.Second.FirstLine, x.Second.LastLine));
        if (!same)
        {
            context.ChangeTracker.Clear();
            await context.Segments.Where(x => x.TalkId == talkId).ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
            kept = [.. segments.Select((x, i) => new KeptSegment { TalkId = talkId, Index = i, SegmentId = x.Id, Text = x.Text, FirstLine = x.FirstLine, LastLine = x.LastLine })];
            context.AddRange(kept);
        }

        foreach (var (row, now) in kept.Zip(segments))
        {
            (row.StartMs, row.EndMs) = (now.StartMs, now.EndMs);
            (row.Speaker, row.ImportedSpeaker) = (now.Speaker, now.ImportedSpeaker);
            (row.Text, row.ImportedText) = (now.Text, now.ImportedText);
        }
    }

    private static async Task WriteGivenAsync(WorkspaceContext context, string talkId, TranscriptChange change)
    {
        await context.SpeakerNames.Where(x => x.TalkId == talkId).ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
        await context.Corrections.Where(x => x.TalkId == talkId).ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
        context.AddRange(change.Names.Select(x => new SpeakerName { TalkId = talkId, Imported = x.Key, Shown = x.Value }));
        context.AddRange(change.Corrections);
    }

    private static async Task WriteFormatsAsync(WorkspaceContext context, string talkId, IReadOnlyList<string> formats)
    {
        for (var i = 0; i < formats.Count; i++)
        {
            var format = formats[i];
            if (i == 0)
                await context.Transcripts.Where(x => x.TalkId == talkId).ExecuteUpdateAsync(x => x.SetProperty(t => t.Format, format), CancellationToken.None).ConfigureAwait(false);
            else
                await context.AddedFiles.Where(x => x.TalkId == talkId && x.Index == i).ExecuteUpdateAsync(x => x.SetProperty(t => t.Format, format), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Parts of an unfinished run are parts of the old segments: tried again it reads the talk from the start, and what it finds is offered beside the summary.</summary>
    private static async Task StartOverAsync(WorkspaceContext context, string talkId)
    {
        var unfinished = context.Runs.Where(x => x.TalkId == talkId && (x.State == RunState.Failed || x.State == RunState.Stopped));
        await context.RunParts.Where(x => unfinished.Any(r => r.Id == x.RunId)).ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
        await unfinished.ExecuteUpdateAsync(x => x.SetProperty(r => r.PartsDone, 0).SetProperty(r => r.AsSuggestions, true), CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task MoveAsync(WorkspaceContext context, string talkId, Func<IReadOnlyList<PassagePiece>, IReadOnlyList<PassagePiece>> move)
    {
        foreach (var row in await context.Evidence.AsTracking().Where(x => x.TalkId == talkId).ToListAsync(CancellationToken.None).ConfigureAwait(false))
            row.Passages = Moved(row.Passages, move);
        var runs = context.Runs.Where(x => x.TalkId == talkId).Select(x => x.Id);
        foreach (var row in await context.RunBullets.AsTracking().Where(x => runs.Contains(x.RunId)).ToListAsync(CancellationToken.None).ConfigureAwait(false))
            row.Passages = Moved(row.Passages, move);
    }

    private static string Moved(string passages, Func<IReadOnlyList<PassagePiece>, IReadOnlyList<PassagePiece>> move) =>
        passages.Length > 2 ? Passages.ToJson(move(Passages.FromJson(passages))) : passages;
}
