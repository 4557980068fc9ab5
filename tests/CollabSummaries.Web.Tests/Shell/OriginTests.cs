using System.Net;

namespace CollabSummaries.Web.Tests.Shell;

public sealed class OriginTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "http://evil.example")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", null)]
    [InlineData("/_blazor/negotiate/", "http://localhost.evil.example")]
    [InlineData("/hubs/editing/negotiate?negotiateVersion=1", "http://evil.example")]
    [InlineData("/hubs/editing/negotiate?negotiateVersion=1", "https://localhost")]
    [InlineData("/hubs/editing/negotiate?negotiateVersion=1", "http://localhost:81")]
    [InlineData("/hubs/editing/negotiate?negotiateVersion=1", "null")]
    public async Task A_negotiation_from_elsewhere_is_refused_before_routing(string path, string? origin)
    {
        var answer = await SendAsync(HttpMethod.Post, path, origin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/hubs/editing/negotiate?negotiateVersion=1")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    public async Task A_negotiation_of_an_own_page_is_not_refused_for_its_origin(string path)
    {
        var answer = await SendAsync(HttpMethod.Post, path, "http://localhost");

        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("file://")]
    public async Task A_WebSocket_from_elsewhere_is_refused(string origin)
    {
        foreach (var path in new[] { "_blazor", "hubs/editing", "anything" })
        {
            var client = shared.App.Server.CreateWebSocketClient();
            client.ConfigureRequest = request => request.Headers.Origin = origin;

            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => client.ConnectAsync(new Uri($"ws://localhost/{path}"), Stop));

            Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_although_the_visitor_is_signed_in()
    {
        var answer = await SendAsync(HttpMethod.Post, "/sign-out", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Under_a_name_that_is_not_its_own_the_server_answers_nothing()
    {
        using var browser = shared.App.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "rebound.evil.example";

        var answer = await browser.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? origin)
    {
        using var browser = shared.App.Browser();
        using var request = new HttpRequestMessage(method, path);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await browser.SendAsync(request, Stop);
    }
}

/// <summary>One running product for the tests of a class.</summary>
public sealed class SharedApp : IAsyncDisposable
{
    public TestApp App { get; } = new();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
