namespace CollabSummaries.Cli;

/// <summary>Files that commands write.</summary>
internal static class Output
{
    public static StreamWriter Create(string path)
    {
        try
        {
            return new StreamWriter(path, append: false) { NewLine = "\n" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {e.Message}");
        }
    }
}
