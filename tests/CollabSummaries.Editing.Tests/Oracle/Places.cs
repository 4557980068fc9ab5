namespace CollabSummaries.Editing.Tests.Oracle;

internal static class Places
{
    /// <summary>The folder the solution file stands in.</summary>
    public static string Repository { get; } = Find();

    /// <summary>Cases that failed once, minimised; they are asked again in every run.</summary>
    public static string KeptCases => Path.Combine(Repository, "tests", "CollabSummaries.Editing.Tests", "Fixtures", "oracle");

    /// <summary>Sessions that failed once, minimised; they are played again in every run.</summary>
    public static string KeptSessions => Path.Combine(Repository, "tests", "CollabSummaries.Editing.Tests", "Fixtures", "sessions");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CollabSummaries.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("CollabSummaries.sln was not found above the test's folder.");
    }
}
