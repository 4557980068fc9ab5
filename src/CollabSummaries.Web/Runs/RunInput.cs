using System.Text.Json;
using CollabSummaries.Summarization;
using CollabSummaries.Transcripts;
using CollabSummaries.Web.Runs.Templates;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Runs;

/// <summary>What is kept in the words of the summarizer, and back.</summary>
internal sealed class RunInput(TalkStore talks, RunStore runs, RunQueue queue, SummaryLog log, EvidenceStore evidence)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The talk and what stands in its summary, with the parts that are finished already.</summary>
    public async Task<SummaryRequest> ReadAsync(Run run, CancellationToken stop)
    {
        var segments = await talks.ListSegmentsAsync(run.TalkId, stop);
        var chapters = await talks.ListChaptersAsync(run.TalkId, stop);
        var rows = (await runs.ListBulletsAsync(run.Id, stop)).ToLookup(x => x.Part);
        var finished = (await queue.ListPartsAsync(run.Id, stop)).ToDictionary(x => x, x => (IReadOnlyList<Bullet>)[.. rows[x].Select(ToBullet)]);
        var stands = (await log.OpenAsync(run.TalkId, stop))?.State;
        var rewriting = RunStore.RewritingOf(run);
        var anew = rewriting?.BulletIds.ToHashSet(StringComparer.Ordinal) ?? [];
        return new SummaryRequest(
            [.. segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))],
            [.. chapters.Select(x => new Chapter(x.Title, x.FirstSegment))],
            run.Bullets, run.QuotesOnly, finished)
        {
            Outlined = true,
            Template = run.Template is null ? SummaryTemplate.Default : TemplateEditing.Read(run.Template),
            Said = [.. stands?.Bullets.Bullets.Where(x => !anew.Contains(x.Id)).Select(x => x.Text) ?? []],
            Rewriting = rewriting is null || stands is null ? null : await ToRewritingAsync(run, rewriting, stands, stop),
        };
    }

    public static RunPlan PlanOf(Planned planned, SummaryRequest request, Summarizer summarizer) => new(planned.Sections.Count, request.QuotesOnly ? "quotes" : summarizer.Model, summarizer.Device, summarizer.DeviceNote)
    {
        ModelHash = request.QuotesOnly ? null : summarizer.ModelHash,
        Parameters = summarizer.Parameters(request),
    };

    /// <summary>A part's bullets as they are kept. One that stands in the summary word for word already is left out.</summary>
    public static IReadOnlyList<NewRunBullet> ToRows(Run run, SummaryRequest request, PartFinished part)
    {
        var said = request.Said.Concat(request.Rewriting is { } anew ? [anew.Bullets[part.Part].Text] : []).Select(Words).ToHashSet(StringComparer.Ordinal);
        var replaces = RunStore.RewritingOf(run)?.BulletIds[part.Part];
        return [.. part.Bullets.Where(x => !said.Contains(Words(PlainWords.Of(x.Text)))).Select(x => ToRow(x) with { Replaces = replaces })];
    }

    private static NewRunBullet ToRow(Bullet bullet) => new(
        bullet.Section is null ? null : PlainWords.Of(bullet.Section),
        PlainWords.Of(bullet.Text),
        bullet.Kind == BulletKind.Written ? "written" : "quoted",
        [.. bullet.Evidence.Select(x => new PassagePiece(x.Passage, x.Segment, x.Start, x.End, x.Quote))],
        WordOf(bullet.Evidence.Count == 0 ? SupportState.Unsupported : bullet.Support.State),
        bullet.Support.Score,
        string.Join('\n', bullet.Notes))
    {
        Candidates = JsonSerializer.Serialize(bullet.Candidates.Select(x => x with { Text = PlainWords.Of(x.Text) }), Json),
        Reason = bullet.Reason is null ? null : PlainWords.Of(bullet.Reason),
    };

    internal static string WordOf(SupportState state) => state switch { SupportState.Supported => "supported", SupportState.Weak => "weak", _ => "unsupported" };

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private async Task<CollabSummaries.Summarization.Rewriting> ToRewritingAsync(Run run, RunRewriting rewriting, CollabSummaries.Editing.Sessions.SessionState stands, CancellationToken stop)
    {
        var held = (await evidence.ListAsync(run.TalkId, null, stop)).ToLookup(x => x.BulletId, StringComparer.Ordinal);
        // A bullet that is gone meanwhile keeps its place in the order of parts and gets nothing.
        var bullets = rewriting.BulletIds.Select(id => stands.Bullets.Find(id) is { } found
            ? new RewrittenBullet(found.Text, null, Evidence(held[id].Select(x => x.Passages)))
            : new RewrittenBullet("", null, []));
        return new CollabSummaries.Summarization.Rewriting([.. bullets], rewriting.NewPassages, Evidence(held.SelectMany(x => x).Select(x => x.Passages)), run.Number);
    }

    private static List<Evidence> Evidence(IEnumerable<string> passages) =>
        [.. passages.SelectMany(Passages.FromJson).Select(x => new Evidence(x.Passage, x.Segment, x.Start, x.End, x.Quote))];

    private static Bullet ToBullet(RunBullet row) => new(
        row.Text,
        row.Section,
        row.Kind == "written" ? BulletKind.Written : BulletKind.Quoted,
        Evidence([row.Passages]),
        new Support(row.Support switch { "supported" => SupportState.Supported, "weak" => SupportState.Weak, _ => SupportState.Unsupported }, row.Score),
        row.Notes.Length == 0 ? [] : row.Notes.Split('\n'));
}
