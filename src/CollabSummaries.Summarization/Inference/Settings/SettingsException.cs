namespace CollabSummaries.Summarization.Inference.Settings;

/// <summary>Settings that cannot be used; the message names every mistake, one a line.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"The settings cannot be used. Correct them in appsettings.json or in the environment:\n{string.Join('\n', problems.Select(p => $"  - {p}"))}")
{
    public IReadOnlyList<string> Problems => problems;
}
