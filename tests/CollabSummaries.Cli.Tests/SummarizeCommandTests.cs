using System.Diagnostics;
using System.Text.Json;

namespace CollabSummaries.Cli.Tests;

public sealed class SummarizeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summarize").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Seed => Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed-excerpt.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_seed_becomes_a_pair_that_imports_again_and_progress_goes_to_standard_error()
    {
        var (code, output, error) = await RunAsync("summarize", Seed, "--device", "cpu");

        Assert.Equal(0, code);
        Assert.Contains("part 1 of 1: 4 bullets", error, StringComparison.Ordinal);
        Assert.Matches(@"[^\n]\n\z", output);
        var pair = Path.Combine(_folder, "pair.txt");
        await File.WriteAllTextAsync(pair, output, Stop);
        using var imported = JsonDocument.Parse((await RunAsync("import", pair, "--json")).Output);
        Assert.Equal(4, imported.RootElement.GetProperty("summary").GetArrayLength());
        Assert.DoesNotContain("leveraged", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_field_and_its_evidence_is_exactly_what_import_gives()
    {
        using var json = JsonDocument.Parse((await RunAsync("summarize", Seed, "--json", "--bullets", "3", "--model", "quotes")).Output);
        using var imported = JsonDocument.Parse((await RunAsync("import", Seed, "--json")).Output);
        var texts = imported.RootElement.GetProperty("segments").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!, s => s.GetProperty("text").GetString()!);

        Assert.Equal(["bullets", "run"], Names(json.RootElement));
        Assert.Equal(["model", "device", "promptTokens", "outputTokens", "seconds", "sections"], Names(json.RootElement.GetProperty("run")));
        var bullets = json.RootElement.GetProperty("bullets").EnumerateArray().ToList();
        Assert.Equal(3, bullets.Count);
        Assert.All(bullets, b =>
        {
            Assert.Equal(["text", "section", "kind", "evidence", "support"], Names(b));
            Assert.Equal("quoted", b.GetProperty("kind").GetString());
            Assert.Equal("supported", b.GetProperty("support").GetProperty("state").GetString());
        });
        var evidence = bullets.SelectMany(b => b.GetProperty("evidence").EnumerateArray()).ToList();
        Assert.Equal(["passage", "segment", "start", "end", "quote"], Names(evidence[0]));
        Assert.All(evidence, e => Assert.Equal(texts[e.GetProperty("segment").GetString()!][e.GetProperty("start").GetInt32()..e.GetProperty("end").GetInt32()], e.GetProperty("quote").GetString()));
    }

    [Fact]
    public async Task A_batch_keeps_order_names_segments_by_index_and_goes_on_after_a_bad_row()
    {
        var (input, output) = (Path.Combine(_folder, "in.jsonl"), Path.Combine(_folder, "out.jsonl"));
        await File.WriteAllLinesAsync(
            input,
            [
                """{"id":"a","transcript":"","segments":[{"speaker":"Ann","text":"The board approved the new budget for the library in March."},{"speaker":"Bob","text":"It takes effect in the summer of next year for everyone."}]}""",
                """{"id":"b","segments":null}""",
                """{"id":"c","transcript":"The committee accepted the report on water quality in the lake. It was written by two students of the university.","segments":null}""",
                "not json",
            ],
            Stop);

        var (code, text, _) = await RunAsync("summarize", "--batch", input, output, "--model", "quotes", "--bullets", "2");

        var rows = (await File.ReadAllLinesAsync(output, Stop)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal((0, ""), (code, text));
        Assert.Equal(["a", "b", "c", null], rows.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal("Ann: “The board approved the new budget for the library in March.”", rows[0].GetProperty("bullets")[0].GetProperty("text").GetString());
        Assert.Equal(1, rows[0].GetProperty("bullets")[1].GetProperty("evidence")[0].GetProperty("segment").GetInt32());
        Assert.Equal((0, "the row has neither segments nor a transcript"), (rows[1].GetProperty("bullets").GetArrayLength(), rows[1].GetProperty("error").GetString()));
        Assert.Equal(2, rows[2].GetProperty("bullets").GetArrayLength());
        Assert.Contains("line 4", rows[3].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bullets takes a number from 1 to 200, not 'many'", "summarize", "FIXTURE", "--bullets", "many")]
    [InlineData("--device takes auto, cpu or cuda, not 'tpu'", "summarize", "FIXTURE", "--device", "tpu")]
    [InlineData("unknown option '--jsn'", "summarize", "FIXTURE", "--jsn")]
    [InlineData("--batch takes two files", "summarize", "--batch", "FIXTURE")]
    [InlineData("one file is needed", "summarize")]
    [InlineData("there is no such folder", "summarize", "FIXTURE", "--model", "nowhere")]
    [InlineData("has no genai_config.json", "summarize", "FIXTURE", "--model", ".")]
    [InlineData("missing.txt", "summarize", "missing.txt")]
    [InlineData("there is no such file", "summarize", "--batch", "missing.jsonl", "OUT", "--model", "quotes")]
    public async Task What_is_wrong_is_said_in_one_line_on_standard_error(string says, params string[] args)
    {
        var (code, output, error) = await RunAsync([.. args.Select(a => a == "FIXTURE" ? Seed : a == "OUT" ? Path.Combine(_folder, "out") : a)]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(says, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_is_found_wherever_the_program_is_started_from()
    {
        var (code, output, _) = await RunInAsync(_folder, "summarize", Seed, "--bullets", "1", "--json", "--device", "cpu");

        Assert.Equal(0, code);
        Assert.Contains("\"model\":\"talk-bullets\"", output, StringComparison.Ordinal);
    }

    internal static Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunInAsync(AppContext.BaseDirectory, args);

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(p => p.Name);

    private static async Task<(int Code, string Output, string Error)> RunInAsync(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CollabSummaries.Cli.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output, await error);
    }
}
