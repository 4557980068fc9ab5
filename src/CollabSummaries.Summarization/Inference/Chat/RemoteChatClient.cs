using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>A remote model that never waits without end and says in a sentence what went wrong.</summary>
internal sealed class RemoteChatClient(IChatClient inner, RemoteOptions remote, TimeProvider time) : DelegatingChatClient(inner)
{
    /// <exception cref="ModelException">The server refused, failed, was not reached, took too long or spoke another protocol.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(remote.Timeout), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var response = await base.GetResponseAsync(messages, options, either.Token).ConfigureAwait(false);
            return response.Messages.Count > 0 ? response : throw RemoteErrors.Empty(remote);
        }
        catch (Exception e) when (e is not ModelException && !cancellationToken.IsCancellationRequested)
        {
            throw RemoteErrors.Explain(e, remote);
        }
    }

    /// <exception cref="ModelException">As above; also when the stream breaks off.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(remote.Timeout), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var ended = false;
        await using var updates = base.GetStreamingResponseAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    break;
                patience.CancelAfter(TimeSpan.FromSeconds(remote.Timeout));
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                throw RemoteErrors.Explain(e, remote);
            }

            ended |= updates.Current.FinishReason is not null;
            yield return updates.Current;
        }

        if (!ended)
            throw RemoteErrors.BrokenOff(remote);
    }
}
