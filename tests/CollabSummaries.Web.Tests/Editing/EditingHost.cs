using System.Security.Claims;
using System.Text.Encodings.Web;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Web.Editing;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Tests.Editing;

/// <summary>The real hub on a real socket with a real database; people are whoever their cookie says.</summary>
internal sealed class EditingHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private EditingHost(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public TestAccess Access => (TestAccess)_app.Services.GetRequiredService<IAccess>();

    public LostReplies LostReplies => _app.Services.GetRequiredService<LostReplies>();

    public SummaryLog SummaryLog => _app.Services.GetRequiredService<SummaryLog>();

    public IServiceProvider Services => _app.Services;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<EditingHost> StartAsync(CancellationToken stop, Action<EditingOptions>? options = null, string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("editing-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddWorkspace(new WorkspaceOptions { DataFolder = folder }).AddEditing(builder.Configuration);
        builder.Services.Configure(options ?? (_ => { }));
        builder.Services.AddSingleton<IAccess, TestAccess>().AddSingleton<LostReplies>();
        // Not AddHubOptions: a second call puts the product's own limits back to SignalR's.
        builder.Services.Configure<HubOptions<EditingHub>>(o =>
        {
            o.EnableDetailedErrors = true;
            o.AddFilter<LostReplies>();
        });
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, TestCookie>("test", null);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication().UseAuthorization();
        app.MapEditing();
        await using (var context = await app.Services.GetRequiredService<IDbContextFactory<SqliteWorkspaceContext>>().CreateDbContextAsync(stop))
            await context.Database.EnsureCreatedAsync(stop);
        await app.StartAsync(stop);
        return new EditingHost(app, folder);
    }

    public async Task<string> AddTalkAsync(string summary, CancellationToken stop)
    {
        var id = Ids.New();
        await _app.Services.GetRequiredService<WorkspaceWriter>().WriteAsync(
            async context =>
            {
                var at = DateTimeOffset.UnixEpoch;
                context.Talks.Add(new Talk
                {
                    Id = id, Title = "A talk", CreatedBy = "person:ann", CreatedAt = at, UpdatedAt = at,
                    Transcript = new KeptTranscript { TalkId = id, FileName = "a.txt", Raw = [], Format = "text", Encoding = "utf-8", SegmentCount = 0, SpeakerCount = 0, WordCount = 0 },
                });
                await context.SaveChangesAsync(stop);
                await SummaryLog.StartAsync(context, id, "import", summary, at, stop);
            },
            stop);
        return id;
    }

    public Task<EditingPeer> ConnectAsync(string person, CancellationToken stop) => EditingPeer.ConnectAsync(Address, person, stop);

    public async Task<string> TextAsync(string talkId, CancellationToken stop) => (await SummaryLog.OpenAsync(talkId, stop))!.State.Text;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Everyone may edit until told otherwise.</summary>
internal sealed class TestAccess(WorkspaceWriter writer) : IAccess
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Right?> _rights = new(StringComparer.Ordinal);

    /// <summary>Written down by the writer, as everything a right hangs on is.</summary>
    public Task SetAsync(string person, Right? right, CancellationToken stop) => writer.WriteAsync(
        _ =>
        {
            _rights[$"person:{person}"] = right;
            return Task.CompletedTask;
        },
        stop);

    public Task<Right?> RightAsync(Who who, string talkId, CancellationToken stop) =>
        Task.FromResult(_rights.TryGetValue(who.AuthorKey, out var right) ? right : Right.Edit);

    public async Task RequireAsync(Who who, string talkId, Right right, CancellationToken stop)
    {
        if (await RightAsync(who, talkId, stop) is not { } has || has < right)
            throw new AccessDeniedException();
    }

    public Task RequireBinAsync(Who who, string talkId, CancellationToken stop) => Task.CompletedTask;

    public Task RequireMemberAsync(Who who, CancellationToken stop) => Task.CompletedTask;

    public Task RequireAdminAsync(Who who, CancellationToken stop) => throw new AccessDeniedException();
}

internal sealed class TestCookie(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Cookies["person"] is { } name
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, name), new Claim(CurrentWho.NameClaim, name), new Claim(CurrentWho.ColorClaim, "1")], "test")), "test"))
            : AuthenticateResult.NoResult());
}

/// <summary>Cuts a connection after the server did its work and before the answer went out.</summary>
internal sealed class LostReplies : IHubFilter
{
    private int _next;

    /// <summary>The next push is committed and its author never hears of it.</summary>
    public void LoseNextPush() => Interlocked.Exchange(ref _next, 1);

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var result = await next(invocation);
        if (invocation.HubMethodName == "Push" && Interlocked.Exchange(ref _next, 0) == 1)
        {
            invocation.Context.Abort();
            throw new HubException("The connection was cut.");
        }

        return result;
    }
}
