using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference.Templates;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>The engine of this process as the chat interface other libraries speak. One conversation is a batch of one; streamed, it arrives as it is written.</summary>
internal sealed class LocalChatClient(LocalBatch batch, string model) : IChatClient
{
    private const int UsualAnswer = 128;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        BatchAnswer? answer = null;
        await foreach (var one in batch.AnswerAsync([Turns(messages, options)], Settings(options), cancellationToken).ConfigureAwait(false))
            answer = one;
        return answer is null
            ? throw new ModelException($"the model {model} gave no answer")
            : new ChatResponse(new ChatMessage(ChatRole.Assistant, answer.Text)) { ModelId = model, FinishReason = ReasonOf(answer), Usage = UsageOf(answer) };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid().ToString("n");
        await foreach (var piece in batch.StreamAsync(Turns(messages, options), Settings(options), cancellationToken).ConfigureAwait(false))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece.Text)
            {
                ResponseId = id, MessageId = id, ModelId = model, FinishReason = piece.Whole is null ? null : ReasonOf(piece.Whole),
            };
            if (piece.Whole is { } whole)
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(UsageOf(whole))]) { ResponseId = id, MessageId = id, ModelId = model };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("CollabSummaries", null, model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>The engine belongs to who opened it.</summary>
    public void Dispose()
    {
    }

    private List<ChatTurn> Turns(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (options is { Tools.Count: > 0 } or { ResponseFormat: not (null or ChatResponseFormatText) })
            throw new NotSupportedException($"The model {model} of this server neither calls tools nor keeps to a format; ask it for plain text.");
        return [.. options?.Instructions is { Length: > 0 } rules ? [new ChatTurn(ChatPart.System, rules)] : (ChatTurn[])[], .. messages.Select(Turn)];
    }

    private static AnswerSettings Settings(ChatOptions? options) => new(
        options?.MaxOutputTokens is < 1 ? throw new ArgumentOutOfRangeException(nameof(options), options.MaxOutputTokens, "An answer has at least one token.") : options?.MaxOutputTokens ?? UsualAnswer,
        options?.Temperature ?? 0, options?.TopP ?? 1, options?.Seed, options?.StopSequences?.ToList());

    private static ChatFinishReason ReasonOf(BatchAnswer answer) => answer.Ended ? ChatFinishReason.Stop : ChatFinishReason.Length;

    private static UsageDetails UsageOf(BatchAnswer answer) =>
        new() { InputTokenCount = answer.PromptTokens, OutputTokenCount = answer.OutputTokens, TotalTokenCount = answer.PromptTokens + answer.OutputTokens };

    private static ChatTurn Turn(ChatMessage message) => new(
        message.Role == ChatRole.System ? ChatPart.System
        : message.Role == ChatRole.User ? ChatPart.User
        : message.Role == ChatRole.Assistant ? ChatPart.Assistant
        : throw new NotSupportedException($"The local model takes no turns of \"{message.Role}\", only of system, user and assistant."),
        message.Contents.All(c => c is TextContent) ? message.Text : throw new NotSupportedException("The local model reads text only."));
}
