using System.Diagnostics;
using System.Text.Json;

namespace CollabSummaries.Web.Tests.Editing;

/// <summary>The browser's own editor code, run by Node against a host of the tests.</summary>
internal static class BrowserEditors
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string Root { get; } = FindRoot();

    public static async Task<Outcome> TypeAsync(string address, string talkId, int seed, int edits, string[] people, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("editors-").FullName;
        try
        {
            await RunAsync(stop, Path.Combine(Root, "tests/editor/bundle.mjs"), folder, Path.Combine(Root, "tests/editor/support/clients.ts"));
            var line = await RunAsync(stop, [Path.Combine(folder, "clients.mjs"), address, talkId, $"{seed}", $"{edits}", .. people]);
            return JsonSerializer.Deserialize<Outcome>(line, Json)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(CancellationToken stop, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(stop), node.StandardError.ReadToEndAsync(stop));
        await node.WaitForExitAsync(stop);
        Assert.True(node.ExitCode == 0, $"node {string.Join(' ', arguments)}\n{await errors}");
        return await output;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CollabSummaries.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository root was not found.");
        return folder;
    }

    internal sealed record Outcome(long Version, string[] Texts, JsonElement[] Lost);
}
