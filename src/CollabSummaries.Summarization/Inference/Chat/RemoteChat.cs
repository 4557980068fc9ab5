using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>Opens a model on another server.</summary>
internal static class RemoteChat
{
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <exception cref="ModelException">The settings are wrong, or the key is missing. The server is not asked yet.</exception>
    public static RemoteChatClient Open(RemoteOptions options, Func<string, string?> environment, TimeProvider time)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new ModelException($"the remote model is set up wrongly: {string.Join("; ", problems)}");
        // A server that wants no key gets a word that says so; the client insists on sending something.
        var key = options.ApiKeyVariable is null ? "none" : environment(options.ApiKeyVariable);
        if (string.IsNullOrWhiteSpace(key))
            throw new ModelException($"the key for the model {options.Model} at {options.Endpoint} is missing: set the environment variable {options.ApiKeyVariable}, or leave ApiKeyVariable out if the server wants no key");
        var client = new OpenAIClient(new ApiKeyCredential(key.Trim()), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(options.Retries),
            NetworkTimeout = TimeSpan.FromSeconds(options.Timeout),
        });
        return new RemoteChatClient(client.GetChatClient(options.Model).AsIChatClient(), options, time);
    }
}
