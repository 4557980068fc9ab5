namespace CollabSummaries.Workspace.Accounts;

/// <summary>What an author is.</summary>
public enum AuthorKind
{
    Person,
    Guest,
    Run,
    Import,
}

/// <summary>Whoever an update is kept under. Rows stay when an account goes, so that history keeps its names.</summary>
public sealed class Author
{
    /// <summary>"person:ID", "guest:ID", "run:ID" or "import".</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>Index into the palette of participants' colors, from 0.</summary>
    public required int Color { get; set; }

    public required AuthorKind Kind { get; init; }
}
