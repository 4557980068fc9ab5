using CollabSummaries.Crash.Tests.Hosting;
using CollabSummaries.Workspace.Accounts;

namespace CollabSummaries.Crash.Tests;

/// <summary>A server that is ended without warning and started again over the same folder and address, while editors go on.</summary>
internal sealed class Crashing : IAsyncDisposable
{
    private readonly int _port = ServerProcess.FreePort();
    private readonly List<Visitor> _people = [];

    public KeptFolder Folder { get; } = new();

    public ServerProcess Server { get; private set; } = null!;

    /// <summary>Cookies of the administrator and of a member.</summary>
    public IReadOnlyList<string> Cookies => [.. _people.Select(x => x.Cookie)];

    public Visitor Admin => _people[0];

    /// <summary>The first start: an administrator by the printed link, and a member by an invitation.</summary>
    public static async Task<Crashing> BeginAsync(CancellationToken stop)
    {
        var crashing = new Crashing();
        await crashing.StartAsync(new Dictionary<string, string>(), stop);
        crashing._people.Add(await Visitor.JoinAsync(crashing.Server.Opens, "ann", stop));
        var (_, secret) = await crashing.Folder.Get<InvitationStore>().CreateAsync(Role.Member, "import", stop);
        crashing._people.Add(await Visitor.JoinAsync(new Uri($"{crashing.Server.Address}/join/{secret}"), "ben", stop));
        return crashing;
    }

    public async Task StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken stop) =>
        Server = await ServerProcess.StartAsync(Folder.Path, _port, environment, stop);

    public async Task EndAsync() => await Server.DisposeAsync();

    public async Task RestartAsync(CancellationToken stop)
    {
        await EndAsync();
        await StartAsync(new Dictionary<string, string>(), stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
        foreach (var person in _people)
            person.Dispose();
        await Folder.DisposeAsync();
    }
}
