using CollabSummaries.Summarization;
using CollabSummaries.Transcripts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Runs;

/// <summary>What is kept in the words of the summarizer, and back.</summary>
internal sealed class RunInput(TalkStore talks, RunStore runs, RunQueue queue)
{
    /// <summary>The talk, with the parts that are finished already.</summary>
    public async Task<SummaryRequest> ReadAsync(Run run, CancellationToken stop)
    {
        var segments = await talks.ListSegmentsAsync(run.TalkId, stop);
        var chapters = await talks.ListChaptersAsync(run.TalkId, stop);
        var rows = (await runs.ListBulletsAsync(run.Id, stop)).ToLookup(x => x.Part);
        var finished = (await queue.ListPartsAsync(run.Id, stop)).ToDictionary(x => x, x => (IReadOnlyList<Bullet>)[.. rows[x].Select(ToBullet)]);
        return new SummaryRequest(
            [.. segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))],
            [.. chapters.Select(x => new Chapter(x.Title, x.FirstSegment))],
            run.Bullets, run.QuotesOnly, finished, Outlined: true);
    }

    public static NewRunBullet ToRow(Bullet bullet) => new(
        bullet.Section is null ? null : PlainWords.Of(bullet.Section),
        PlainWords.Of(bullet.Text),
        bullet.Kind == BulletKind.Written ? "written" : "quoted",
        [.. bullet.Evidence.Select(x => new PassagePiece(x.Passage, x.Segment, x.Start, x.End, x.Quote))],
        bullet.Support.State switch { SupportState.Supported => "supported", SupportState.Weak => "weak", _ => "unsupported" },
        bullet.Support.Score,
        string.Join('\n', bullet.Notes));

    private static Bullet ToBullet(RunBullet row) => new(
        row.Text,
        row.Section,
        row.Kind == "written" ? BulletKind.Written : BulletKind.Quoted,
        [.. Passages.FromJson(row.Passages).Select(x => new Evidence(x.Passage, x.Segment, x.Start, x.End, x.Quote))],
        new Support(row.Support switch { "supported" => SupportState.Supported, "weak" => SupportState.Weak, _ => SupportState.Unsupported }, row.Score),
        row.Notes.Length == 0 ? [] : row.Notes.Split('\n'));
}
