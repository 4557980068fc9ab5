using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace CollabSummaries.Cli.Tests;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replay").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_recorded_document_is_typed_again_to_its_end_and_told_as_JSON()
    {
        // Positions are code points: the second edit comes behind a character of two code units.
        var trace = await TraceAsync("""{"startContent":"a😀c","endContent":"a😀bc!","txns":[{"patches":[[2,0,"b"]]},{"patches":[[4,0,"?"],[4,1,"!"]]}]}""");

        var (code, output, error) = await SummarizeCommandTests.RunAsync("replay", trace, "--json");

        var told = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["transactions", "endMatches", "seconds", "bytesStored"], told.EnumerateObject().Select(x => x.Name));
        Assert.Equal((2, true), (told.GetProperty("transactions").GetInt32(), told.GetProperty("endMatches").GetBoolean()));
        Assert.Equal("""[3,[0,"b"],1][5,[0,"!"]]""".Length, told.GetProperty("bytesStored").GetInt64());
    }

    [Fact]
    public async Task An_end_that_differs_is_told_with_its_place_and_exit_code_1()
    {
        var trace = await TraceAsync("""{"startContent":"","endContent":"abd","txns":[{"patches":[[0,0,"abc"]]}]}""");

        var (code, output, error) = await SummarizeCommandTests.RunAsync("replay", trace, "--json");

        Assert.Equal(1, code);
        Assert.False(JsonDocument.Parse(output).RootElement.GetProperty("endMatches").GetBoolean());
        Assert.Contains("differs from endContent at character 2", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"startContent":"","endContent":"","txns":[{"patches":[[7,0,"x"]]}]}""", "transaction 0")]
    [InlineData("no trace", "cannot be read as a gzipped editing trace")]
    public async Task What_is_no_trace_or_does_not_fit_is_an_error_in_one_line(string json, string says)
    {
        var trace = await TraceAsync(json);

        var (code, output, error) = await SummarizeCommandTests.RunAsync("replay", trace);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(says, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<string> TraceAsync(string json)
    {
        var path = Path.Combine(_folder, "trace.json.gz");
        await using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(json), Stop);
        return path;
    }
}
