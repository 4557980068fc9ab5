using System.Text.RegularExpressions;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CollabSummaries.EndToEnd;

/// <summary>The whole product on a real port over a data folder of its own, and a browser in front of it.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"collab-browser-{Ids.New()}");
    private Host? _host;
    private IPlaywright? _playwright;
    private string? _signedIn;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>"http://127.0.0.1:12345".</summary>
    public string Address { get; private set; } = "";

    public T Get<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _host = new Host(_folder);
        _host.UseKestrel(0);
        _host.StartServer();
        var bound = Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new UriBuilder(bound) { Host = "127.0.0.1" }.Uri.GetLeftPart(UriPartial.Authority);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // what counts is that it comes; benches say how fast
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox"],
        });
        _signedIn = await JoinAsync("Mia Berg", Role.Admin);
    }

    /// <summary>A fresh window of somebody signed in as the administrator.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, bool dark = false, string? person = null)
    {
        var context = await Browser.NewContextAsync(Window(width, dark, person ?? _signedIn));
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + path);
        return page;
    }

    /// <summary>A window nobody is signed in to; scripts can be off.</summary>
    public async Task<IPage> OpenAsStrangerAsync(string path, int width = 1280, bool dark = false, bool scripts = true)
    {
        var options = Window(width, dark, null);
        options.JavaScriptEnabled = scripts;
        var page = await (await Browser.NewContextAsync(options)).NewPageAsync();
        await page.GotoAsync(Address + path);
        return page;
    }

    /// <summary>Makes an account by an invitation, as a person would; returns the browser's state to open windows with.</summary>
    public async Task<string> JoinAsync(string name, Role role)
    {
        var (_, secret) = await Get<InvitationStore>().CreateAsync(role, "import", CancellationToken.None);
        var page = await OpenAsStrangerAsync($"/join/{secret}");
        await page.FillAsync("input[name=name]", name);
        await page.FillAsync("input[name=userName]", $"user-{Ids.New()}");
        await page.FillAsync("input[name=password]", Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(new Regex("/$"));
        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return state;
    }

    /// <summary>A talk of one speaker with a sentence a turn; its summary holds the bullets given.</summary>
    public Task<string> AddTalkAsync(string title, int segments, params string[] bullets) => Get<TalkStore>().AddAsync(
        new NewTalk(
            title,
            new DateOnly(2026, 11, 12),
            null,
            "import",
            new NewTranscript(
                "talk.vtt", "WEBVTT"u8.ToArray(), "vtt", "utf-8", "en",
                [.. Enumerable.Range(0, segments).Select(i => new NewSegment($"s{i}", i * 30_000L, (i * 30_000L) + 29_000, "Ann", $"This is what was said in part number {i} of the talk, word for word.", i + 1, i + 1))],
                []),
            bullets.Length == 0 ? null : bullets),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static BrowserNewContextOptions Window(int width, bool dark, string? person) => new()
    {
        StorageState = person,
        ViewportSize = new ViewportSize { Width = width, Height = 800 },
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };

    private sealed class Host(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Workspace:DataFolder", folder);
            builder.UseSetting("Accounts:DoorTriesPerMinute", "1000");
        }
    }
}

/// <summary>One server and one browser for all tests that need them; each test opens windows and talks of its own.</summary>
[CollectionDefinition(nameof(BrowserCollection))]
public sealed class BrowserCollection : ICollectionFixture<Product>;
