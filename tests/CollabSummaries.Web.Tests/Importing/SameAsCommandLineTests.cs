using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Importing;

/// <summary>What the page keeps is what `import --json` prints, segment by segment.</summary>
public sealed class SameAsCommandLineTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "transcripts");

    private static readonly string CommandLine = typeof(SameAsCommandLineTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "CommandLine").Value!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder).Select(x => Path.GetFileName(x)).Where(x => x != "LICENSE" && !x.StartsWith("README", StringComparison.Ordinal)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_gives_the_same_on_the_page_as_on_the_command_line(string name)
    {
        var (browser, _) = await shared.App.SignedInAsync(Role.Member, Stop);
        var (code, output, error) = await RunAsync("import", Path.Combine(Folder, name), "--json");

        var answer = await ImportEndpointTests.SendFilesAsync(browser, "/talks", [(name, await File.ReadAllBytesAsync(Path.Combine(Folder, name), Stop))], ("title", "The same"));

        if (code != 0)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("detail").GetString()!;
            Assert.Contains(error[(error.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(';')[0].Trim(), said, StringComparison.Ordinal);
            return;
        }

        using var printed = JsonDocument.Parse(output);
        var talkId = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("talkId").GetString()!;
        var talk = (await shared.App.Get<TalkStore>().FindAsync(talkId, Stop))!;
        var kept = (await shared.App.Get<TalkStore>().ListSegmentsAsync(talkId, Stop)).Select(x => (x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine));
        Assert.Equal(printed.RootElement.GetProperty("segments").EnumerateArray().Select(Segment), kept);
        Assert.Equal(
            (Text(printed.RootElement, "format"), Text(printed.RootElement, "encoding"), Text(printed.RootElement, "language")),
            (talk.Transcript.Format, talk.Transcript.Encoding, talk.Transcript.Language));
        Assert.Equal(printed.RootElement.GetProperty("speakers").GetArrayLength(), talk.Transcript.SpeakerCount);
    }

    private static (string, long?, long?, string?, string, int, int) Segment(JsonElement x) => (
        Text(x, "id")!, Number(x, "startMs"), Number(x, "endMs"), Text(x, "speaker"), Text(x, "text")!, (int)Number(x, "firstLine")!, (int)Number(x, "lastLine")!);

    private static string? Text(JsonElement x, string name) => x.GetProperty(name).GetString();

    private static long? Number(JsonElement x, string name) => x.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(CommandLine);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output, await error);
    }
}
