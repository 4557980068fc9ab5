namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>Whose words a turn of a conversation with a model is.</summary>
internal enum ChatPart
{
    System,
    User,
    Assistant,
}

/// <summary>One turn of a conversation. Its text is never more than text.</summary>
internal sealed record ChatTurn(ChatPart Part, string Text);
