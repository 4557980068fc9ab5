namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>A model that answers prompts: on another server, or a larger one in this process. It writes freely and is checked afterwards.</summary>
public sealed class ChatModel : IDisposable
{
    private readonly IDisposable? _owned;

    internal ChatModel(string name, string? hash, string device, string? deviceNote, IAnswerBatch batch, IDisposable? owned)
    {
        (Name, Hash, Device, DeviceNote, Batch) = (name, hash, device, deviceNote, batch);
        _owned = owned;
    }

    public string Name { get; }

    /// <summary>SHA-256 of the weights; null where another server has them.</summary>
    public string? Hash { get; }

    /// <summary>"cpu", "cuda: name of the card", or "server: address".</summary>
    public string Device { get; }

    public string? DeviceNote { get; }

    internal IAnswerBatch Batch { get; }

    /// <summary>A model on another server. It is not asked yet.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <exception cref="ModelException">The settings are wrong, or the key is missing.</exception>
    public static ChatModel Remote(RemoteOptions options, Func<string, string?> environment, TimeProvider time)
    {
        var chat = RemoteChat.Open(options, environment, time);
        var batch = new RemoteBatch(chat, options.Parallel);
        return new ChatModel(options.Model, null, $"server: {options.Endpoint!.Authority}", null, batch, new Both(batch, chat));
    }

    public void Dispose() => _owned?.Dispose();

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
