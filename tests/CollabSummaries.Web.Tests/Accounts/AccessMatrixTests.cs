using System.Net;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Sharing;
using Microsoft.AspNetCore.Routing;

namespace CollabSummaries.Web.Tests.Accounts;

/// <summary>Every endpoint × everybody who may come. A new endpoint without a row fails.</summary>
public sealed class AccessMatrixTests(SharedApp shared) : IClassFixture<SharedApp>
{
    /// <summary>Columns, in this order: nobody · member · viewer · guest of the talk · guest of another talk · holder of a read link · guest of an
    /// expired link · guest of a revoked link. {id} is the talk.</summary>
    private static readonly Dictionary<string, int[]> Rows = new(StringComparer.Ordinal)
    {
        ["GET /sign-in"] = [200, 302, 302, 200, 200, 200, 200, 200],
        ["POST /sign-in"] = [400, 400, 400, 400, 400, 400, 400, 400],
        ["GET /sign-out"] = [401, 200, 200, 200, 200, 401, 401, 401],
        ["POST /sign-out"] = [401, 400, 400, 400, 400, 401, 401, 401],
        ["GET /join"] = [404, 404, 404, 404, 404, 404, 404, 404],
        ["POST /join"] = [400, 400, 400, 400, 400, 400, 400, 400],
        ["GET /s"] = [404, 404, 404, 404, 404, 404, 404, 404],
        ["POST /s"] = [400, 400, 400, 400, 400, 400, 400, 400],
        ["GET /talks/{id}/summary.md"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/summary.txt"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /"] = [401, 200, 200, 404, 404, 401, 401, 401],
        ["GET /people"] = [401, 200, 200, 404, 404, 401, 401, 401],
        ["GET /server"] = [401, 200, 200, 404, 404, 401, 401, 401],
        ["GET /import"] = [401, 200, 200, 404, 404, 401, 401, 401],
        ["GET /talks/{TalkId}"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{TalkId}/history"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{TalkId}/runs"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["POST /"] = [401, 400, 400, 404, 404, 401, 401, 401], // pages take no forms
        ["POST /people"] = [401, 400, 400, 404, 404, 401, 401, 401],
        ["POST /server"] = [401, 400, 400, 404, 404, 401, 401, 401],
        ["POST /import"] = [401, 400, 400, 404, 404, 401, 401, 401],
        ["POST /talks/{TalkId}"] = [401, 400, 400, 400, 404, 401, 401, 401],
        ["POST /talks/{TalkId}/history"] = [401, 400, 400, 400, 404, 401, 401, 401],
        ["POST /talks/{TalkId}/runs"] = [401, 400, 400, 400, 404, 401, 401, 401],
        ["GET /help"] = [200, 200, 200, 200, 200, 200, 200, 200],
        ["POST /help"] = [400, 400, 400, 400, 400, 400, 400, 400],
        ["GET /not-found"] = [401, 200, 200, 200, 200, 401, 401, 401],
        ["POST /not-found"] = [401, 400, 400, 400, 400, 401, 401, 401],
        ["GET /_framework/opaque-redirect"] = [401, 400, 400, 400, 400, 401, 401, 401],
        ["* /_blazor"] = [401, 400, 400, 400, 400, 401, 401, 401], // without a circuit; pages ask for rights at every use
        ["* /_blazor/negotiate"] = [403, 403, 403, 403, 403, 403, 403, 403], // without an origin
        ["* /_blazor/disconnect/"] = [401, 405, 405, 405, 405, 401, 401, 401],
        ["* /_blazor/initializers/"] = [401, 200, 200, 200, 200, 401, 401, 401],
        ["GET /talks/{id}/transcript"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/transcript.vtt"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/transcript.srt"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/transcript.txt"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/transcript.md"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/transcript.json"] = [401, 200, 200, 200, 404, 401, 401, 401],
        ["GET /talks/{id}/transcript/files"] = [401, 200, 404, 200, 404, 401, 401, 401], // for those who may change it
        ["POST /talks/{id}/transcript/speakers"] = [401, 415, 415, 415, 415, 401, 401, 401], // takes JSON; rights are asked for once it is read
        ["POST /talks/{id}/transcript/turn"] = [401, 415, 415, 415, 415, 401, 401, 401],
        ["POST /talks/{id}/transcript/parse"] = [401, 415, 415, 415, 415, 401, 401, 401],
        ["POST /talks"] = [401, 415, 415, 415, 415, 401, 401, 401], // the test sends no file
        ["POST /import/preview"] = [401, 415, 415, 415, 415, 401, 401, 401],
        ["* /hubs/editing"] = [401, 400, 400, 400, 400, 401, 401, 401], // without a connection; rights to a talk are asked for in the hub
        ["* /hubs/editing/negotiate"] = [403, 403, 403, 403, 403, 403, 403, 403], // without an origin
        ["* /health/live"] = [200, 200, 200, 200, 200, 200, 200, 200],
        ["* /health/ready"] = [200, 200, 200, 200, 200, 200, 200, 200],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_endpoint_has_a_row()
    {
        var endpoints = shared.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.RoutePattern.RawText != "{**path:file}") // static files of an unpublished build
            .Where(x => !x.Metadata.Any(m => m.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)))
            .SelectMany(x => (x.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(m => $"{m} /{x.RoutePattern.RawText!.TrimStart('/')}"))
            .Where(x => !x.StartsWith("HEAD", StringComparison.Ordinal));

        Assert.Equal("", string.Join('\n', endpoints.Except(Rows.Keys).Order()));
    }

    [Fact]
    public async Task Everybody_gets_what_the_matrix_says_and_nothing_else()
    {
        var app = shared.App;
        var talk = await app.AddTalkAsync("Engines", Stop, "One.");
        var other = await app.AddTalkAsync("Gears", Stop);
        var columns = new List<HttpClient> { app.Browser(), (await app.SignedInAsync(Role.Member, Stop)).Browser, (await app.SignedInAsync(Role.Viewer, Stop)).Browser };
        columns.Add((await app.LetInAsync(talk, Stop)).Browser);
        columns.Add((await app.LetInAsync(other, Stop)).Browser);
        columns.Add(await ReaderAsync(app, talk));
        var (late, lateLink) = await app.LetInAsync(talk, Stop);
        await app.ExpireAsync(lateLink, Stop);
        columns.Add(late);
        var (thrownOut, revoked) = await app.LetInAsync(talk, Stop);
        await app.Get<LinkStore>().RevokeAsync(talk, revoked.Id, Stop);
        columns.Add(thrownOut);

        var wrong = new List<string>();
        foreach (var (row, expected) in Rows)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                var got = await StatusAsync(columns[column], row, talk);
                if (got != expected[column])
                    wrong.Add($"{row}, column {column}: {got} instead of {expected[column]}");
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Whoever_was_removed_while_signed_in_gets_nothing_more()
    {
        var (browser, accountId) = await shared.App.SignedInAsync(Role.Member, Stop);
        var path = $"/talks/{await shared.App.AddTalkAsync("Engines", Stop)}/summary.md";
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path, Stop)).StatusCode);

        await shared.App.Get<PeopleStore>().RemoveAsync(accountId, Stop);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path, Stop)).StatusCode);
    }

    private static async Task<HttpClient> ReaderAsync(TestApp app, string talk)
    {
        var (_, secret) = await app.LinkAsync(talk, LinkRight.Read, Stop);
        var browser = app.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/s/{secret}", Stop)).StatusCode);
        return browser;
    }

    private static async Task<int> StatusAsync(HttpClient browser, string row, string talk)
    {
        var (method, path) = (row.Split(' ')[0], row.Split(' ')[1].Replace("{id}", talk, StringComparison.Ordinal).Replace("{TalkId}", talk, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(method == "*" ? HttpMethod.Get : new HttpMethod(method), path);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([]);
        return (int)(await browser.SendAsync(request, Stop)).StatusCode;
    }
}
