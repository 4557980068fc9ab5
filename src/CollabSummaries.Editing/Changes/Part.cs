namespace CollabSummaries.Editing.Changes;

/// <summary>One stretch of a change, in old-text order: keep so many code units, or replace them.</summary>
/// <param name="Length">Code units of the old text; 0 for a pure insertion.</param>
/// <param name="Insert">What stands there afterwards; null keeps the old text, "" deletes it.</param>
internal readonly record struct Part(int Length, string? Insert)
{
    public bool IsKeep => Insert is null;

    public int NewLength => Insert?.Length ?? Length;
}
