using System.Net;
using CollabSummaries.Web.Shell;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Shell;

public sealed class SecurityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_has_the_strict_headers_errors_too()
    {
        await using var app = new TestApp();
        using var browser = app.Browser();
        foreach (var path in new[] { "/sign-in", "/s/unknown", "/nothing/here", "/health/live", "/robots.txt" })
        {
            var answer = await browser.GetAsync(path, Stop);

            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        }
    }

    [Fact]
    public async Task Over_plain_http_only_this_machine_is_answered_until_the_local_network_is_let_in()
    {
        await using var closed = new TestApp();
        await using var open = new TestApp(("Server:PlainHttpOnLan", "true"));
        using var closedBrowser = closed.Browser();
        using var openBrowser = open.Browser();

        Assert.Equal(StatusCodes.Status403Forbidden, await FromAsync(closed, "192.168.1.20"));
        Assert.Equal(StatusCodes.Status200OK, await FromAsync(closed, "127.0.0.1"));
        Assert.Equal(StatusCodes.Status200OK, await FromAsync(open, "192.168.1.20"));
    }

    [Fact]
    public async Task Behind_a_known_https_proxy_cookies_are_Secure_with_the_Host_prefix_and_strangers_cannot_play_the_proxy()
    {
        await using var app = new TestApp(("Server:PublicAddress", "https://talks.example.org"), ("Server:KnownProxies:0", "10.0.0.9"));
        using var browser = app.Browser();

        var proxied = await AnswerAsync(app, "10.0.0.9", "https");
        Assert.Equal(StatusCodes.Status200OK, proxied.StatusCode);
        var cookie = Assert.Single(proxied.Headers.SetCookie)!;
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(StatusCodes.Status403Forbidden, (await AnswerAsync(app, "10.0.0.66", "https")).StatusCode);
    }

    [Fact]
    public async Task In_Production_the_server_does_not_start_without_kept_keys()
    {
        await using var app = new TestApp(("environment", "Production"));
        await using var forgetful = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.AddOptions<KeyManagementOptions>().PostConfigure(o => o.XmlRepository = new Forgetful())));

        var refusal = Assert.ThrowsAny<Exception>(() => forgetful.CreateClient());

        Assert.Contains("keys", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_outlives_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"collab-{Workspace.Ids.New()}");
        string cookie;
        await using (var before = new TestApp(("Workspace:DataFolder", folder)))
        {
            var (_, secret) = await before.Get<Workspace.Accounts.InvitationStore>().CreateAsync(Workspace.Accounts.Role.Member, "import", Stop);
            var joined = await TestApp.SendFormAsync(before.Browser(), $"/join/{secret}", Stop, ("name", "Ada"), ("userName", "ada"), ("password", TestApp.Password));
            cookie = joined.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("collab-person=", StringComparison.Ordinal)).Split(';')[0];
        }

        await using (var after = new TestApp(("Workspace:DataFolder", folder)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.Add("Cookie", cookie);
            using var browser = after.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(request, Stop)).StatusCode);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(null, "http://localhost:5000", "http://localhost:5000")]
    [InlineData(null, "http://0.0.0.0:80;https://[::]:443", "https://localhost:443")]
    [InlineData("https://talks.example.org", "http://127.0.0.1:5000", "https://talks.example.org")]
    public void The_address_printed_is_one_that_opens(string? publicAddress, string bound, string printed) =>
        Assert.Equal(printed, Announcement.ToOpen(publicAddress is null ? null : new Uri(publicAddress), bound.Split(';')));

    [Theory]
    [InlineData("Server:PublicAddress", "https://talks.example.org/below")]
    [InlineData("Server:PublicAddress", "ftp://talks.example.org")]
    [InlineData("Server:KnownProxies:0", "proxy.example.org")]
    public async Task A_setting_that_cannot_be_meant_is_named(string name, string value)
    {
        await using var app = new TestApp((name, value));

        var refusal = Assert.ThrowsAny<Exception>(() => app.Browser());

        Assert.Contains(name.Split(":0")[0], refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<int> FromAsync(TestApp app, string address) => (await AnswerAsync(app, address, null)).StatusCode;

    private static async Task<HttpResponse> AnswerAsync(TestApp app, string address, string? forwardedProto) => (await app.Server.SendAsync(
        http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.Scheme) = ("GET", "/sign-in", "http");
            http.Request.Host = new HostString("10.0.0.1");
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            if (forwardedProto is not null)
                (http.Request.Headers["X-Forwarded-Proto"], http.Request.Headers["X-Forwarded-For"]) = (forwardedProto, "203.0.113.5");
        },
        Stop)).Response;

    private sealed class Forgetful : IXmlRepository
    {
        private readonly List<System.Xml.Linq.XElement> _elements = [];

        public IReadOnlyCollection<System.Xml.Linq.XElement> GetAllElements() => _elements;

        public void StoreElement(System.Xml.Linq.XElement element, string friendlyName) => _elements.Add(element);
    }
}
