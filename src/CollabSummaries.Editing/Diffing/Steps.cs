namespace CollabSummaries.Editing.Diffing;

/// <summary>How much comparing is left to a whole difference, shared by its lines and their words; about one token compared is one step.</summary>
internal sealed class Steps(int left)
{
    public int Left { get; set; } = left;
}
