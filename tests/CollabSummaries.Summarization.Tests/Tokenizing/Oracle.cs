using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CollabSummaries.Summarization.Tests.Tokenizing;

/// <summary>Asks the reference libraries through the Node scripts of tests/tokenizer-oracle; they are installed from the lock file when they are missing.</summary>
internal static class Oracle
{
    private static readonly SemaphoreSlim s_installing = new(1, 1);

    public static async Task<JsonElement> AskAsync(string script, object question, CancellationToken stop)
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

        var answer = await RunAsync(folder, "node", [script], JsonSerializer.Serialize(question), stop);
        return JsonSerializer.Deserialize<JsonElement>(answer);
    }

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "tokenizers", $"{name}.json");

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CollabSummaries.sln")))
                return Path.Combine(at.FullName, "tests", "tokenizer-oracle");
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
