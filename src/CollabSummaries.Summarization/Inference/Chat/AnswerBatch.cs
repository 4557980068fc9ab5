using CollabSummaries.Summarization.Inference.Templates;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>How answers are to be written.</summary>
/// <param name="MostTokens">Tokens of one answer.</param>
/// <param name="Temperature">0: always the most probable word.</param>
/// <param name="TopP">Words are kept, most probable first, until they hold this share.</param>
/// <param name="StopTexts">An answer ends before the first of these it comes to; null: none.</param>
internal sealed record AnswerSettings(int MostTokens, double Temperature = 0, double TopP = 1, long? Seed = null, IReadOnlyList<string>? StopTexts = null);

/// <summary>An answer to one prompt.</summary>
/// <param name="Prompt">Index of the prompt given.</param>
/// <param name="Ended">The model came to its own end, within the tokens allowed.</param>
/// <param name="PromptTokens">Null: the model did not say.</param>
internal sealed record BatchAnswer(int Prompt, string Text, bool Ended, long? PromptTokens, long? OutputTokens);

/// <summary>Many conversations in, answers out as they are finished: the port below a chat, so that writing side by side is not hidden.</summary>
internal interface IAnswerBatch
{
    /// <exception cref="ModelException">A prompt cannot be answered, or the model failed; the message says what to do. Nothing is cut off silently.</exception>
    IAsyncEnumerable<BatchAnswer> AnswerAsync(IReadOnlyList<IReadOnlyList<ChatTurn>> prompts, AnswerSettings settings, CancellationToken stop);
}
