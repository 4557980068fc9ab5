namespace CollabSummaries.Editing;

/// <summary>What a change from outside may weigh before it is read any further.</summary>
/// <param name="MaxJsonLength">Characters of JSON.</param>
/// <param name="MaxParts">Keeps, deletions and replacements together.</param>
/// <param name="MaxTextLength">UTF-16 code units of the old text and of the new one.</param>
public sealed record ChangeSetLimits(int MaxJsonLength = 1_048_576, int MaxParts = 20_000, int MaxTextLength = 262_144)
{
    public static ChangeSetLimits Default { get; } = new();
}
