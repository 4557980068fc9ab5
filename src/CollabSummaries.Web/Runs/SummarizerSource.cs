using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Catalog;
using CollabSummaries.Summarization.Inference.Settings;

namespace CollabSummaries.Web.Runs;

/// <summary>Whether there is a model, for the page to say.</summary>
internal abstract record SummarizerState
{
    /// <summary>Nobody asked for it yet; the first run that does loads it.</summary>
    internal sealed record Waiting : SummarizerState;

    /// <summary>It is being loaded; runs wait for it.</summary>
    /// <param name="Step">The rest of a sentence that begins with the model.</param>
    internal sealed record Loading(LoadingStep Step) : SummarizerState;

    /// <param name="Device">"cpu", "cuda: name of the card" or "server: address".</param>
    /// <param name="Note">Why it is not the GPU; null when nothing needs saying.</param>
    internal sealed record Ready(string Model, string Device, string? Note, Speed Speed) : SummarizerState;

    /// <param name="Why">Why there is no model, and what to do.</param>
    internal sealed record QuotesOnly(string Why) : SummarizerState;
}

/// <summary>The models of this server, off the path of any request: the one runs take when nobody chooses is loaded at the start, others when a run first asks for them.</summary>
internal sealed class SummarizerSource(ModelCatalog catalog, TimeProvider time, ILogger<SummarizerSource> logger) : BackgroundService
{
    /// <summary>Names to choose from; the first is the one taken when nobody chooses.</summary>
    public IReadOnlyList<string> Names { get; } = [catalog.Models.Default, .. catalog.Models.Models.Select(m => m.Name).Where(n => n != catalog.Models.Default)];

    /// <summary>State of the model taken when nobody chooses.</summary>
    public SummarizerState State => StateOf(null);

    /// <param name="name">Null: the model taken when nobody chooses.</param>
    public SummarizerState StateOf(string? name) => catalog.StateOf(name ?? catalog.Models.Default) switch
    {
        ModelState.Ready ready => new SummarizerState.Ready(ready.Facts.Name, ready.Facts.Device, ready.Facts.DeviceNote, ready.Speed),
        ModelState.Unusable unusable => new SummarizerState.QuotesOnly(unusable.Why),
        ModelState.Loading loading => new SummarizerState.Loading(loading.Step),
        _ => new SummarizerState.Waiting(),
    };

    /// <summary>Something about a model changed; <paramref name="tell"/> is called on any thread, must be quick and not throw.</summary>
    public IDisposable Subscribe(Action tell)
    {
        catalog.Changed += tell;
        return new Subscription(() => catalog.Changed -= tell);
    }

    /// <summary>Whether a model writes by templates; the built-in one has rules of its own.</summary>
    public static bool UsesTemplate(string name) => name != ModelList.BuiltIn;

    public bool Has(string name) => catalog.Has(name);

    /// <summary>Waits until the model taken when nobody chooses is loaded or given up; without it there are quotes only.</summary>
    public Task<Summarizer> GetAsync(CancellationToken stop) => GetAsync(null, stop);

    /// <param name="name">The model asked for; null: nobody chose.</param>
    /// <exception cref="ModelException">The model that was asked for cannot be used.</exception>
    public async Task<Summarizer> GetAsync(string? name, CancellationToken stop)
    {
        if (name is not null && !catalog.Has(name))
            throw new ModelException($"the model {name} is no longer set up on this server; start the run anew with one of {string.Join(", ", Names)}");
        var outcome = await OpenAsync(name ?? catalog.Models.Default, stop);
        return name is not null && outcome.Problem is { } problem ? throw new ModelException($"the model {name} cannot be used: {problem}") : outcome.Summarizer(time);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await OpenAsync(catalog.Models.Default, stoppingToken);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The process ends.
        }
    }

    private async Task<ModelOutcome> OpenAsync(string name, CancellationToken stop)
    {
        var isFirst = catalog.StateOf(name) is ModelState.Waiting;
        try
        {
            var outcome = await catalog.OpenAsync(name, stop);
            if (isFirst && outcome.Facts is { } facts)
                Log.ModelReady(logger, facts.Name, facts.Device);
            else if (isFirst)
                Log.NoModel(logger, name, outcome.Problem ?? "");
            return outcome;
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            Log.ModelBroke(logger, e);
            return new ModelOutcome(null, null, "loading the model failed in a way nobody foresaw; the server's log has more");
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
