using System.Net;
using System.Text.RegularExpressions;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Shell;

/// <summary>The whole product over a data folder of its own, gone after the test.</summary>
public sealed partial class TestApp : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, string> _settings;

    public TestApp(params (string Name, string Value)[] settings)
    {
        _settings = settings.ToDictionary(x => x.Name, x => x.Value);
        Folder = _settings.GetValueOrDefault("Workspace:DataFolder") ?? Path.Combine(Path.GetTempPath(), $"collab-{Ids.New()}");
    }

    public string Folder { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser: keeps cookies, follows nothing.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A browser signed in with a fresh account of that role; the account's id beside it.</summary>
    public async Task<(HttpClient Browser, string AccountId)> SignedInAsync(Role role, CancellationToken stop)
    {
        var (_, secret) = await Get<InvitationStore>().CreateAsync(role, "import", stop);
        var browser = Browser();
        var userName = $"user-{Ids.New()}";
        var joined = await SendFormAsync(browser, $"/join/{secret}", stop, ("name", "Ada"), ("userName", userName), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        var person = (await Get<PeopleStore>().ListAsync(stop)).Single(x => x.UserName == userName);
        return (browser, person.AccountId);
    }

    /// <summary>A browser let in by an edit link to the talk; the link beside it.</summary>
    public async Task<(HttpClient Browser, ShareLink Link)> LetInAsync(string talkId, CancellationToken stop)
    {
        var (link, secret) = await LinkAsync(talkId, LinkRight.Edit, stop);
        var browser = Browser();
        var entered = await SendFormAsync(browser, $"/s/{secret}", stop, ("name", "Grace"), ("color", "3"));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return (browser, link);
    }

    public Task<(ShareLink Link, string Secret)> LinkAsync(string talkId, LinkRight right, CancellationToken stop, LinkScope scope = LinkScope.Quotes, long? pinned = null, DateTimeOffset? expires = null) =>
        Get<LinkStore>().CreateAsync(new NewLink(talkId, right, scope, pinned, expires, "import"), stop);

    public Task<string> AddTalkAsync(string title, CancellationToken stop, params string[] summary) => Get<TalkStore>().AddAsync(
        new NewTalk(
            title, null, null, "import",
            new NewTranscript("talk.txt", "x"u8.ToArray(), "vtt", "utf-8", "en", [new NewSegment("a", 65_000, 70_000, "Ada", "We tried <three> engines.", 1, 1)], []),
            summary.Length == 0 ? null : summary),
        stop);

    /// <summary>Loads the page, takes its antiforgery token along, sends the form.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient browser, string path, CancellationToken stop, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync(path, stop);
        var token = Token().Match(page).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(x => KeyValuePair.Create(x.Item1, x.Item2));
        return await browser.PostAsync(path, new FormUrlEncodedContent(form), stop);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_settings.GetValueOrDefault("environment", "Development"));
        builder.UseSetting("Workspace:DataFolder", Folder);
        builder.UseSetting("Accounts:DoorTriesPerMinute", "1000");
        builder.UseSetting("Inference:Model", "no-model"); // quotes only, and nothing large is loaded
        builder.UseSetting("Inference:Models:no-model:Folder", AppContext.BaseDirectory);
        foreach (var (name, value) in _settings.Where(x => x.Key != "environment"))
            builder.UseSetting(name, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_settings.ContainsKey("Workspace:DataFolder") && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
