namespace CollabSummaries.Summarization.Inference;

/// <summary>A model cannot be used; the message is one sentence for the people who set it up.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
