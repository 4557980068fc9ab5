namespace CollabSummaries.Crash.Tests.Hosting;

/// <summary>Where things lie in the repository the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The built server, of the same configuration as these tests.</summary>
    public static string Server { get; } = Path.Combine(
        Root, "src/CollabSummaries.Web/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/CollabSummaries.Web.dll");

    public static string At(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CollabSummaries.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository root was not found.");
        return folder;
    }
}
