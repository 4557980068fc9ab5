using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;
using CollabSummaries.Summarization.Writing.Free;

namespace CollabSummaries.Summarization;

/// <summary>
/// Text in, checked bullets out. Chosen sentences are rewritten by the built-in model where that passes every check and quoted where it does not; a larger model writes freely
/// and is checked afterwards; without a model all are quoted. Serves many callers at once.
/// </summary>
public sealed class Summarizer
{
    private readonly BulletModel? _model;
    private readonly ChatModel? _chat;
    private readonly string? _problem;
    private readonly TimeProvider _time;

    /// <param name="model">Null: quotes only.</param>
    /// <param name="problem">Why there is no model, one sentence; null when there is one or none was asked for.</param>
    public Summarizer(BulletModel? model, string? problem, TimeProvider time) => (_model, _problem, _time) = (model, problem, time);

    /// <param name="chat">A larger model, here or on another server.</param>
    public Summarizer(ChatModel chat, TimeProvider time) => (_chat, _time) = (chat, time);

    /// <summary>Name of the model; "quotes" without one.</summary>
    public string Model => _chat?.Name ?? _model?.Name ?? "quotes";

    /// <summary>SHA-256 of the weights; null without a model, or where another server has them.</summary>
    public string? ModelHash => _chat is null ? _model?.Hash : _chat.Hash;

    /// <summary>Whether it writes by the request's template; the built-in model does not.</summary>
    public bool UsesTemplate => _chat is not null;

    /// <summary>"cpu", "cuda: name of the card" or "server: address".</summary>
    public string Device => _chat?.Device ?? _model?.Device ?? "cpu";

    /// <summary>Why it is not the GPU, or why there are only quotes; null when there is nothing to say.</summary>
    public string? DeviceNote => _chat is not null ? _chat.DeviceNote : _model is not null ? _model.DeviceNote : _problem is null ? null : $"quotes only, because {_problem}";

    /// <summary>How the model is asked, in words for the record of a run.</summary>
    public string Parameters(SummaryRequest request) =>
        request.QuotesOnly || (_chat is null && _model is null) ? "Chosen sentences are quoted; nothing is written."
        : _chat is not null ? FreeWriting.Parameters(request)
        : CarefulWriting.Parameters(request);

    /// <summary>
    /// Planned first, then PartStarted and PartFinished for each part in order, then Finished. Later parts are being written while earlier ones finish.
    /// </summary>
    /// <exception cref="ModelException">The model failed; the message says what to do. What was finished was said.</exception>
    /// <exception cref="OperationCanceledException">Stopped; what was finished was said.</exception>
    public async IAsyncEnumerable<SummaryEvent> SummarizeAsync(SummaryRequest request, [EnumeratorCancellation] CancellationToken stop)
    {
        var plan = await Task.Run(() => PlanOf(request), stop).ConfigureAwait(false);
        await foreach (var happened in SummarizeAsync(request, plan, stop).ConfigureAwait(false))
            yield return happened;
    }

    /// <summary>The same with a plan of the caller's.</summary>
    internal async IAsyncEnumerable<SummaryEvent> SummarizeAsync(SummaryRequest request, SummaryPlan plan, [EnumeratorCancellation] CancellationToken stop)
    {
        var started = _time.GetTimestamp();
        yield return new Planned([.. plan.Parts.Select(p => p.Section.Title)]);
        await using IPartWriting writing = _chat is not null && !request.QuotesOnly
            ? new FreeWriting(plan, request, _chat, stop)
            : new CarefulWriting(plan, request, request.QuotesOnly ? null : _model, stop);
        var earlier = request.Said.ToList();
        for (var part = 0; part < plan.Parts.Count; part++)
        {
            if (request.Finished.TryGetValue(part, out var known))
            {
                earlier.AddRange(plan.Parts[part].IsOverview ? [] : known.Select(b => b.Text));
                continue;
            }

            // What was written ahead is not said any more.
            stop.ThrowIfCancellationRequested();
            yield return new PartStarted(part);
            var bullets = await writing.WriteAsync(part, earlier, stop).ConfigureAwait(false);
            earlier.AddRange(plan.Parts[part].IsOverview ? [] : bullets.Select(b => b.Text));
            yield return new PartFinished(part, bullets);
        }

        yield return new Finished(
            request.QuotesOnly ? "quotes" : Model, Device, writing.PromptTokens, writing.OutputTokens, _time.GetElapsedTime(started).TotalSeconds, plan.Parts.Count);
    }

    // Headings of a template are the outline where there are any.
    private SummaryPlan PlanOf(SummaryRequest request) =>
        request.Rewriting is not null ? RewritingPlan.Of(request)
        : request is { Outlined: true, Bullets: null } && (_chat is null || request.QuotesOnly || request.Template.Sections.Count == 0)
            ? SummaryPlan.Outlined(request.Segments, request.Chapters)
            : SummaryPlan.Of(request.Segments, request.Chapters, request.Bullets);
}
