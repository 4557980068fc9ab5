namespace CollabSummaries.Editing;

/// <summary>Immutable edit of a text of known length.</summary>
public sealed class ChangeSet
{
}
