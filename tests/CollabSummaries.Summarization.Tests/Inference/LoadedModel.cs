using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Tests.Inference;

[assembly: AssemblyFixture(typeof(LoadedModel))]

namespace CollabSummaries.Summarization.Tests.Inference;

/// <summary>The built-in model, loaded once for all tests.</summary>
public sealed class LoadedModel : IDisposable
{
    private readonly Lazy<ModelOutcome> _outcome = new(() =>
        ModelLoading.Load(new InferenceOptions { Device = DeviceChoice.Cpu, GiveWay = false }, CancellationToken.None));

    public BulletModel Model => _outcome.Value.Model ?? throw new InvalidOperationException(_outcome.Value.Problem);

    public void Dispose()
    {
        if (_outcome.IsValueCreated)
            _outcome.Value.Model?.Dispose();
    }
}
