using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CollabSummaries.Crash.Tests.Hosting;

/// <summary>The real server as a process of its own, over a data folder it is given.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];
    private bool _isDisposed;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The server ended before it was ready:\n{Said}"));
    }

    /// <summary>What it printed to be opened: its address, or the link of the first start.</summary>
    public Uri Opens { get; private set; } = null!;

    public string Address => Opens.GetLeftPart(UriPartial.Authority);

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Everything it printed.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    /// <summary>Ends when the server has printed the address it answers under.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, int port, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Server])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["Workspace__DataFolder"] = folder,
                // Two accounts hold all editors here, so what is limited by person is not.
                ["Editing__EditsPerSecond"] = "100000",
                ["Editing__EditsBurst"] = "1000000",
                ["Editing__ConnectionsPerPerson"] = "10000",
            },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var server = new ServerProcess(start);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            server.Opens = await server._ready.Task.WaitAsync(TimeSpan.FromMinutes(2), stop);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    /// <summary>A port nobody has now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // A test whose second start failed ends the first server again, and must tell of the start.
        if (_isDisposed)
            return;
        _isDisposed = true;
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
        if (Printed().Match(line) is { Success: true } match)
            _ready.TrySetResult(new Uri(match.Value));
    }

    // "CollabSummaries is ready. Open http://…" or, at the first start, the link on a line of its own. The log's lines begin otherwise.
    [GeneratedRegex(@"(?<=^\s+CollabSummaries is ready\. Open )https?://\S+|(?<=^\s+)https?://\S+/join/\S+")]
    private static partial Regex Printed();
}
