namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>A template says something that is not understood, or stops by its own raise_exception.</summary>
internal sealed class TemplateException(string message) : Exception(message);
