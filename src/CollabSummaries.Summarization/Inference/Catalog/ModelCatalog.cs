using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Settings;

namespace CollabSummaries.Summarization.Inference.Catalog;

/// <summary>
/// The models of this process. Each is loaded once, when first asked for, on a thread of its own, and stays. Laws: whoever waits for one may leave without ending the loading;
/// two that are asked for at once are loaded one after the other, so that each sees the memory the other took.
/// </summary>
public sealed class ModelCatalog : IDisposable
{
    private readonly Dictionary<string, Entry> _entries;
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Lock _lock = new();

    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public ModelCatalog(ModelList models, Func<string, string?> environment, TimeProvider time)
    {
        (Models, _environment, _time) = (models, environment, time);
        _entries = models.Models.ToDictionary(m => m.Name, m => new Entry(m), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A model got on, became ready or proved unusable. Raised on any thread; listeners are quick and do not throw.</summary>
    public event Action? Changed;

    public ModelList Models { get; }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <exception cref="KeyNotFoundException">There is no model of that name.</exception>
    public ModelState StateOf(string name) => _entries[name].State;

    /// <summary>The model, loaded if it was not, or why it cannot be used. It belongs to the catalog.</summary>
    /// <exception cref="KeyNotFoundException">There is no model of that name.</exception>
    /// <exception cref="ObjectDisposedException">The process ends.</exception>
    public Task<ModelOutcome> OpenAsync(string name, CancellationToken stop)
    {
        var entry = _entries[name];
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            entry.Loading ??= Task.Run(() => LoadAsync(entry), CancellationToken.None);
            return entry.Loading.WaitAsync(stop);
        }
    }

    public void Dispose()
    {
        Task[] loading;
        lock (_lock)
        {
            if (_closing.IsCancellationRequested)
                return;
            _closing.Cancel();
            loading = [.. _entries.Values.Select(e => e.Loading).OfType<Task>()];
        }

        Task.WhenAll(loading).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
        foreach (var entry in _entries.Values)
            entry.Outcome?.Dispose();
        _closing.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task<ModelOutcome> LoadAsync(Entry entry)
    {
        Tell(entry, new ModelState.Loading(new LoadingStep("waits for its turn to be loaded", null)));
        await _oneAtATime.WaitAsync(_closing.Token).ConfigureAwait(false);
        try
        {
            var outcome = Open(entry);
            entry.Outcome = outcome;
            Tell(entry, outcome.Facts is { } facts ? new ModelState.Ready(facts, outcome.Speed!) : new ModelState.Unusable(outcome.Problem!));
            return outcome;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Tell(entry, new ModelState.Unusable("loading it failed in a way nobody foresaw; the server's log has more"));
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private ModelOutcome Open(Entry entry)
    {
        if (entry.Choice.Local is { } local)
            return ModelLoading.Load(entry.Choice.Name, local, step => Tell(entry, new ModelState.Loading(step)), _closing.Token);
        try
        {
            return new ModelOutcome(null, ChatModel.Remote(entry.Choice.Name, entry.Choice.Remote!, _environment, _time), null);
        }
        catch (ModelException e)
        {
            return new ModelOutcome(null, null, e.Message);
        }
    }

    private void Tell(Entry entry, ModelState state)
    {
        entry.State = state;
        Changed?.Invoke();
    }

    private sealed class Entry(ModelChoice choice)
    {
        private volatile ModelState _state = new ModelState.Waiting();

        public ModelChoice Choice => choice;

        public ModelState State
        {
            get => _state;
            set => _state = value;
        }

        public Task<ModelOutcome>? Loading { get; set; }

        public ModelOutcome? Outcome { get; set; }
    }
}
