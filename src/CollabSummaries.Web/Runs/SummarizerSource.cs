using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Chat;

namespace CollabSummaries.Web.Runs;

/// <summary>Whether there is a model, for the page to say.</summary>
internal abstract record SummarizerState
{
    /// <summary>It is being loaded; runs wait for it.</summary>
    internal sealed record Loading : SummarizerState;

    /// <param name="Device">"cpu" or "cuda: name of the card".</param>
    /// <param name="Note">Why it is not the GPU; null when nothing needs saying.</param>
    internal sealed record Ready(string Model, string Device, string? Note) : SummarizerState;

    /// <param name="Why">Why there is no model, and what to do.</param>
    internal sealed record QuotesOnly(string Why) : SummarizerState;
}

/// <summary>Loads the model once, off the path of any request. Without one, or with a broken one, there are quotes only, and the state says why.</summary>
internal sealed class SummarizerSource(InferenceOptions options, IConfiguration configuration, TimeProvider time, ILogger<SummarizerSource> logger) : BackgroundService
{
    private readonly TaskCompletionSource<Summarizer> _summarizer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BulletModel? _model;
    private ChatModel? _chat;

    public SummarizerState State { get; private set; } = new SummarizerState.Loading();

    /// <summary>Whether it writes by templates.</summary>
    public bool UsesTemplate => _chat is not null;

    /// <summary>Waits until the model is loaded or given up.</summary>
    public Task<Summarizer> GetAsync(CancellationToken stop) => _summarizer.Task.WaitAsync(stop);

    /// <summary>Called twice by the container: this is both a service and a hosted one.</summary>
    public override void Dispose()
    {
        Interlocked.Exchange(ref _model, null)?.Dispose();
        Interlocked.Exchange(ref _chat, null)?.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Load(stoppingToken), stoppingToken);

    private void Load(CancellationToken stop)
    {
        string? problem;
        try
        {
            if (RemoteSetting.Find(configuration) is { } remote)
            {
                _chat = ChatModel.Remote(remote, Environment.GetEnvironmentVariable, time);
                Log.ModelReady(logger, _chat.Name, _chat.Device);
                State = new SummarizerState.Ready(_chat.Name, _chat.Device, _chat.DeviceNote);
                _summarizer.SetResult(new Summarizer(_chat, time));
                return;
            }

            (_model, problem) = ModelLoading.Load(options, stop);
        }
        catch (ModelException e)
        {
            problem = e.Message;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ModelBroke(logger, e);
            problem = "loading the model failed in a way nobody foresaw; the server's log has more";
        }

        if (_model is { } model)
            Log.ModelReady(logger, model.Name, model.Device);
        else
            Log.NoModel(logger, problem ?? "");
        State = _model is { } ready
            ? new SummarizerState.Ready(ready.Name, ready.Device, ready.DeviceNote)
            : new SummarizerState.QuotesOnly(problem ?? "no model was asked for");
        _summarizer.SetResult(new Summarizer(_model, problem, time));
    }
}
