using System.Text.Json;

namespace CollabSummaries.Cli.Tests;

public sealed class LinkCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("link").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_sentence_is_linked_to_the_segments_it_rests_on_best_first()
    {
        var stop = TestContext.Current.CancellationToken;
        var (input, output) = (Path.Combine(_folder, "in.jsonl"), Path.Combine(_folder, "out.jsonl"));
        await File.WriteAllLinesAsync(
            input,
            [
                """{"id":"a","segments":[{"speaker":null,"text":"The board approved the budget."},{"speaker":null,"text":"Water quality in the lake is poor."}],"sentences":["The lake has poor water quality.","Zebras juggle."]}""",
                """{"id":"b","segments":[]}""",
            ],
            stop);

        var (code, text, _) = await SummarizeCommandTests.RunAsync("link", input, output);

        var rows = (await File.ReadAllLinesAsync(output, stop)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal((0, ""), (code, text));
        Assert.Equal("[[1],[]]", rows[0].GetProperty("links").GetRawText());
        Assert.Equal("the row has no sentences", rows[1].GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_missing_file_is_an_error_in_one_line()
    {
        var (code, output, error) = await SummarizeCommandTests.RunAsync("link", "missing.jsonl", Path.Combine(_folder, "out"));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("missing.jsonl", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
