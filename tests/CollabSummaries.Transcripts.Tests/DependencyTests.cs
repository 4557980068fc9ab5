namespace CollabSummaries.Transcripts.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Transcripts_reference_nothing_but_the_runtime_and_the_word_file_reader()
    {
        var references = typeof(Transcript).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.All(references, r => Assert.True(r.StartsWith("System.", StringComparison.Ordinal) || r.StartsWith("DocumentFormat.OpenXml", StringComparison.Ordinal), r));
    }
}
