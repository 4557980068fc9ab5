using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;

namespace CollabSummaries.Summarization;

/// <summary>
/// Text in, checked bullets out. Chosen sentences are rewritten by the model where that passes every check and quoted where it does not; without a model
/// all are quoted. Serves many callers at once.
/// </summary>
/// <param name="model">Null: quotes only.</param>
/// <param name="problem">Why there is no model, one sentence; null when there is one or none was asked for.</param>
public sealed class Summarizer(BulletModel? model, string? problem, TimeProvider time)
{
    private const int Candidates = 4;

    /// <summary>Name of the model; "quotes" without one.</summary>
    public string Model => model?.Name ?? "quotes";

    /// <summary>"cpu" or "cuda: name of the card".</summary>
    public string Device => model?.Device ?? "cpu";

    /// <summary>Why it is not the GPU, or why there are only quotes; null when there is nothing to say.</summary>
    public string? DeviceNote => model is not null ? model.DeviceNote : problem is null ? null : $"quotes only, because {problem}";

    /// <summary>
    /// Planned first, then PartStarted and PartFinished for each part in order, then Finished. All parts' passages go to the model together, so later parts are being
    /// written while earlier ones finish.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped; what was finished was said.</exception>
    public async IAsyncEnumerable<SummaryEvent> SummarizeAsync(SummaryRequest request, [EnumeratorCancellation] CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var plan = await Task.Run(() => request.Outlined && request.Bullets is null
            ? SummaryPlan.Outlined(request.Segments, request.Chapters)
            : SummaryPlan.Of(request.Segments, request.Chapters, request.Bullets), stop).ConfigureAwait(false);
        await foreach (var happened in SummarizeAsync(request, plan, started, stop).ConfigureAwait(false))
            yield return happened;
    }

    /// <summary>The same with a plan of the caller's.</summary>
    internal async IAsyncEnumerable<SummaryEvent> SummarizeAsync(SummaryRequest request, SummaryPlan plan, long started, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return new Planned([.. plan.Parts.Select(p => p.Section.Title)]);
        var writer = request.QuotesOnly ? null : model;
        var drafts = new DraftBook(plan, request.Finished, writer, Candidates);
        await using var writing = drafts.ReadAsync(stop).GetAsyncEnumerator(stop);
        var choice = new BulletChoice(plan.Units, request.Segments);
        var earlier = new List<string>();
        var made = new Dictionary<int, Bullet>();
        for (var part = 0; part < plan.Parts.Count; part++)
        {
            if (request.Finished.TryGetValue(part, out var known))
            {
                earlier.AddRange(plan.Parts[part].IsOverview ? [] : known.Select(b => b.Text));
                continue;
            }

            yield return new PartStarted(part);
            while (!drafts.IsComplete(part) && await writing.MoveNextAsync().ConfigureAwait(false))
            {
            }

            var bullets = new List<Bullet>();
            var title = plan.Parts[part].Section.Title;
            foreach (var (passage, candidates) in drafts.Of(part))
            {
                // What the overview says stands in its section in the same words.
                var said = made.TryGetValue(passage.Unit, out var same) ? same with { Section = title } : choice.Choose(passage, title, candidates, earlier);
                made[passage.Unit] = said;
                bullets.Add(said);
                if (!plan.Parts[part].IsOverview)
                    earlier.Add(said.Text);
            }

            yield return new PartFinished(part, bullets);
        }

        yield return new Finished(writer?.Name ?? "quotes", Device, drafts.PromptTokens, drafts.OutputTokens, time.GetElapsedTime(started).TotalSeconds, plan.Parts.Count);
    }
}
