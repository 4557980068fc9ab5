using System.Diagnostics;
using System.Text.Json;

namespace CollabSummaries.Cli.Tests;

public sealed class ImportCommandTests
{
    [Fact]
    public async Task Import_prints_one_object_with_every_field_and_nothing_else()
    {
        var (code, output, error) = await RunAsync("import", Fixture("seed-excerpt.txt"), "--json");

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(["format", "encoding", "language", "warnings", "speakers", "segments", "summary"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("pair", json.RootElement.GetProperty("format").GetString());
        var segment = json.RootElement.GetProperty("segments")[0];
        Assert.Equal(["id", "startMs", "endMs", "speaker", "text", "firstLine", "lastLine", "sourceStart", "sourceEnd"], segment.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, segment.GetProperty("startMs").ValueKind);
        Assert.Equal(["line", "message"], json.RootElement.GetProperty("warnings")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(4, json.RootElement.GetProperty("summary").GetArrayLength());
    }

    [Fact]
    public async Task A_file_without_bullets_has_a_null_summary_and_the_same_output_every_time()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jane>Grüße\n", TestContext.Current.CancellationToken);

        var (_, first, _) = await RunAsync("import", file, "--json");
        var (_, second, _) = await RunAsync("import", file, "--json");

        File.Delete(file);
        Assert.Equal(first, second);
        using var json = JsonDocument.Parse(first);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("summary").ValueKind);
        Assert.Contains("Grüße", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_is_written_in_another_format()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jane>Grüße\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync("import", file, "--to", "srt");
        var (unknown, _, says) = await RunAsync("import", file, "--to", "pdf");

        File.Delete(file);
        Assert.Equal((0, "", "1\n00:00:01,000 --> 00:00:02,000\nJane: Grüße\n\n"), (code, error, output));
        Assert.Equal((1, "there is no export format 'pdf'; use one of vtt, srt, txt, md, json"), (unknown, says.TrimEnd()));
    }

    [Theory]
    [InlineData("no such file", "import", "missing.txt")]
    [InlineData("no file given", "import")]
    [InlineData("unknown option '--jsn'", "import", "a.txt", "--jsn")]
    [InlineData("no format 'docbook'", "import", "FIXTURE", "--format", "docbook")]
    [InlineData("FIXTURE:1: no line like", "import", "FIXTURE", "--format", "srt")]
    public async Task What_is_wrong_is_said_in_one_line_on_standard_error(string says, params string[] args)
    {
        var fixture = Fixture("seed-excerpt.txt");

        var (code, output, error) = await RunAsync([.. args.Select(a => a == "FIXTURE" ? fixture : a)]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(says.Replace("FIXTURE", fixture, StringComparison.Ordinal), error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CollabSummaries.Cli.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, output, await error);
    }
}
