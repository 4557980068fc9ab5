using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>A model that answers prompts: on another server, or a larger one in this process. It writes freely and is checked afterwards.</summary>
public sealed class ChatModel : IDisposable
{
    private readonly IDisposable[] _owned;

    internal ChatModel(ModelFacts facts, Speed speed, IAnswerBatch batch, IChatClient client, params IDisposable[] owned) =>
        (Facts, Speed, Batch, Client, _owned) = (facts, speed, batch, client, owned);

    public ModelFacts Facts { get; }

    public string Name => Facts.Name;

    public string? Hash => Facts.Hash;

    public string Device => Facts.Device;

    public string? DeviceNote => Facts.DeviceNote;

    /// <summary>How fast it writes.</summary>
    public Speed Speed { get; }

    /// <summary>The model as the interface other libraries speak; streamed, an answer arrives as it is written. It belongs to the model.</summary>
    public IChatClient Client { get; }

    internal IAnswerBatch Batch { get; }

    /// <inheritdoc cref="Remote(string, RemoteOptions, Func{string, string?}, TimeProvider)"/>
    public static ChatModel Remote(RemoteOptions options, Func<string, string?> environment, TimeProvider time) => Remote(options.Model, options, environment, time);

    /// <summary>A model on another server. It is not asked yet.</summary>
    /// <param name="name">How it is called here.</param>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <exception cref="ModelException">The settings are wrong, or the key is missing.</exception>
    public static ChatModel Remote(string name, RemoteOptions options, Func<string, string?> environment, TimeProvider time)
    {
        var (chat, speed) = (RemoteChat.Open(options, environment, time), new Speed(time));
        var batch = new RemoteBatch(chat, options.Parallel, speed);
        var device = $"server: {options.Endpoint!.Authority}{(name == options.Model ? null : $" ({options.Model})")}";
        return new ChatModel(new ModelFacts(name, null, device, null, 0, 0, options.Parallel, null), speed, batch, chat, batch, chat);
    }

    public void Dispose()
    {
        foreach (var part in _owned)
            part.Dispose();
    }
}
