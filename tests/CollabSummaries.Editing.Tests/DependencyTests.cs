namespace CollabSummaries.Editing.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Editing_references_nothing_but_the_runtime()
    {
        var references = typeof(ChangeSet).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.All(references, r => Assert.StartsWith("System.", r, StringComparison.Ordinal));
    }
}
