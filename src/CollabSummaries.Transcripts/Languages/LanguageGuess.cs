namespace CollabSummaries.Transcripts.Languages;

/// <summary>The language a text seems to be in.</summary>
/// <param name="Code">BCP 47 tag ("en", "de", "zh", …); null when the text holds nothing to go by.</param>
/// <param name="Confidence">0 to 1: how much of the text speaks for it, and how little for the next best. From <see cref="TalkLanguage.Sure"/> on it may be taken without asking.</param>
public sealed record LanguageGuess(string? Code, double Confidence);
