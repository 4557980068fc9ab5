namespace CollabSummaries.Cli.Tests;

public sealed class AskCommandTests : IDisposable
{
    private readonly string _settings = Path.GetTempFileName();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_settings);

    [Fact]
    public async Task An_answer_goes_to_standard_output_and_its_figures_beside_it()
    {
        var (code, output, error) = await SummarizeCommandTests.RunAsync("ask", "Summarize in one sentence.\n\nWe tried three engines in March and kept the second one because it was fast.", "--device", "cpu", "--tokens", "30");

        Assert.Equal(0, code);
        Assert.Contains("engine", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("talk-bullets will take 106 MB for keys and values of 9 texts of 256 tokens, 95 MB for weights", error, StringComparison.Ordinal);
        Assert.Matches(@"talk-bullets on cpu: \d\d tokens read, \d+ written, [\d.]+ a second", error);
    }

    [Fact]
    public async Task A_model_of_the_settings_is_asked_by_its_name()
    {
        await File.WriteAllTextAsync(_settings, """{"Inference":{"Models":{"far":{"Endpoint":"http://127.0.0.1:9/v1","Model":"m","Retries":0}}}}""", Stop);

        var (code, output, error) = await SummarizeCommandTests.RunAsync("ask", "hello", "--model", "far", "--settings", _settings);
        var (_, _, unknown) = await SummarizeCommandTests.RunAsync("ask", "hello", "--model", "near", "--settings", _settings);

        Assert.Equal(1, code);
        Assert.Equal("", output.Trim());
        Assert.Contains("the model m at http://127.0.0.1:9/v1 cannot be reached", error, StringComparison.Ordinal);
        Assert.Contains("names no such model; known are built-in, quotes, talk-bullets, far", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_say_every_mistake()
    {
        await File.WriteAllTextAsync(_settings, """{"Inference":{"Slots":0,"Models":{"far":{"Folder":"/nowhere"}}}}""", Stop);

        var (code, _, error) = await SummarizeCommandTests.RunAsync("ask", "hello", "--model", "far", "--settings", _settings);

        Assert.Equal(1, code);
        Assert.Contains("Inference:Slots is \"0\"", error, StringComparison.Ordinal);
        Assert.Contains("Folder \"/nowhere\" does not exist", error, StringComparison.Ordinal);
    }
}
