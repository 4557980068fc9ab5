using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CollabSummaries.Transcripts.Tests.Oracle;

/// <param name="Text">Its words as letters and digits alone: markup and line ends are the parsers' own affair.</param>
internal sealed record Cue(long StartMs, long EndMs, string Text);

/// <summary>Asks other parsers through the Node script of tests/subtitle-oracle; they are installed from the lock file when they are missing.</summary>
internal static class SubtitleOracle
{
    private static readonly SemaphoreSlim s_installing = new(1, 1);

    /// <summary>For each file the cues by parser; null where a parser fails.</summary>
    public static async Task<IReadOnlyList<Dictionary<string, Cue[]?>>> AskAsync(IEnumerable<(string Format, string Text)> files, CancellationToken stop)
    {
        var folder = Folder();
        await s_installing.WaitAsync(stop);
        try
        {
            if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
                await RunAsync(folder, "npm", ["ci", "--no-audit", "--no-fund"], "", stop);
        }
        finally
        {
            s_installing.Release();
        }

        var question = JsonSerializer.Serialize(new { files = files.Select(f => new { format = f.Format, text = f.Text }) });
        var answer = JsonSerializer.Deserialize<JsonElement>(await RunAsync(folder, "node", ["cues.mjs"], question, stop));
        return [.. answer.GetProperty("files").EnumerateArray().Select(f => f.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null ? null : p.Value.EnumerateArray().Select(Read).ToArray()))];
    }

    private static Cue Read(JsonElement cue) => new(cue[0].GetInt64(), cue[1].GetInt64(), CueLetters.Of(cue[2].GetString()!));

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CollabSummaries.sln"))) return Path.Combine(at.FullName, "tests", "subtitle-oracle");
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments, string input, CancellationToken stop)
    {
        var utf8 = new UTF8Encoding(false);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = utf8, StandardOutputEncoding = utf8, StandardErrorEncoding = utf8,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.StandardInput.WriteAsync(input.AsMemory(), stop);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {await errors}");
    }
}
