using System.Diagnostics;
using System.Text;

namespace CollabSummaries.Editing.Tests.Oracle;

/// <summary>The original packages in a Node process: a case a line in, an answer a line out. Installs them from the lock file when they are missing.</summary>
internal sealed class OracleProcess : IAsyncDisposable
{
    private readonly Process _node;

    private OracleProcess(Process node) => _node = node;

    public static async Task<OracleProcess> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Places.Repository, "tests", "editing-oracle");
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            using var install = Start(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
            install.StandardInput.Close();
            var said = await install.StandardOutput.ReadToEndAsync(cancellationToken);
            await install.WaitForExitAsync(cancellationToken);
            if (install.ExitCode != 0) throw new InvalidOperationException($"npm ci in tests/editing-oracle failed: {said}");
        }
        return new OracleProcess(Start(folder, "node", "oracle.mjs"));
    }

    /// <summary>Asks a batch at once; the answers come in the same order.</summary>
    public async Task<List<string>> AskAsync(IReadOnlyList<string> cases, CancellationToken cancellationToken)
    {
        var writing = Task.Run(
            async () =>
            {
                foreach (var one in cases) await _node.StandardInput.WriteLineAsync(one.AsMemory(), cancellationToken);
                await _node.StandardInput.FlushAsync(cancellationToken);
            },
            cancellationToken);
        var answers = new List<string>(cases.Count);
        while (answers.Count < cases.Count)
            answers.Add(await _node.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The oracle ended early; its errors stand above."));
        await writing;
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private static Process Start(string folder, string program, params string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        }) ?? throw new InvalidOperationException($"{program} did not start; the tests need Node 20.");
    }
}
