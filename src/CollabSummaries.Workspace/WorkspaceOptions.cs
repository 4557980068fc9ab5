namespace CollabSummaries.Workspace;

/// <summary>Where things are kept.</summary>
public sealed class WorkspaceOptions
{
    /// <summary>Folder for the database and keys; relative paths start at the working directory of the program.</summary>
    public string DataFolder { get; set; } = "data";
}
