using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference.Templates;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>The engine of this process as the chat interface other libraries speak. One conversation is a batch of one; answers arrive whole.</summary>
internal sealed class LocalChatClient(IAnswerBatch batch, string model) : IChatClient
{
    private const int UsualAnswer = 128;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatTurn> turns = [.. options?.Instructions is { Length: > 0 } rules ? [new ChatTurn(ChatPart.System, rules)] : (ChatTurn[])[], .. messages.Select(Turn)];
        if (options is { Tools.Count: > 0 } or { ResponseFormat: not (null or ChatResponseFormatText) })
            throw new NotSupportedException($"The model {model} of this server neither calls tools nor keeps to a format; ask it for plain text.");
        var settings = new AnswerSettings(options?.MaxOutputTokens ?? UsualAnswer, options?.Temperature ?? 0, options?.TopP ?? 1, options?.Seed);
        BatchAnswer? answer = null;
        await foreach (var one in batch.AnswerAsync([turns], settings, cancellationToken).ConfigureAwait(false))
            answer = one;
        if (answer is null)
            throw new ModelException($"the model {model} gave no answer");
        var (text, stopped) = CutAt(answer.Text, options?.StopSequences);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = model,
            FinishReason = answer.Ended || stopped ? ChatFinishReason.Stop : ChatFinishReason.Length,
            Usage = new UsageDetails { InputTokenCount = answer.PromptTokens, OutputTokenCount = answer.OutputTokens, TotalTokenCount = answer.PromptTokens + answer.OutputTokens },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("CollabSummaries", null, model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>The engine belongs to who opened it.</summary>
    public void Dispose()
    {
    }

    private static ChatTurn Turn(ChatMessage message) => new(
        message.Role == ChatRole.System ? ChatPart.System
        : message.Role == ChatRole.User ? ChatPart.User
        : message.Role == ChatRole.Assistant ? ChatPart.Assistant
        : throw new NotSupportedException($"The local model takes no turns of \"{message.Role}\", only of system, user and assistant."),
        message.Contents.All(c => c is TextContent) ? message.Text : throw new NotSupportedException("The local model reads text only."));

    private static (string Text, bool Stopped) CutAt(string text, IList<string>? stops)
    {
        var at = (stops ?? []).Where(s => s.Length > 0).Select(s => text.IndexOf(s, StringComparison.Ordinal)).Where(k => k >= 0).DefaultIfEmpty(-1).Min();
        return at < 0 ? (text, false) : (text[..at], true);
    }
}
