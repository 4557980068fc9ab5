namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>How a model wants a conversation written down.</summary>
internal abstract class ChatTemplate
{
    /// <summary>For the log and the model's page: where the template comes from.</summary>
    public abstract string Name { get; }

    /// <param name="answerNext">The prompt ends where the model's answer begins.</param>
    /// <exception cref="ModelException">The model's template does not take such a conversation; the message says why.</exception>
    public abstract IReadOnlyList<PromptPiece> Render(IReadOnlyList<ChatTurn> turns, bool answerNext);
}
