using System.Net;
using CollabSummaries.Web.Sharing;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollabSummaries.Web.Tests.Sharing;

public sealed class SharedPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestApp App => shared.App;

    [Fact]
    public async Task A_read_link_opens_without_cookie_script_form_or_connection()
    {
        var (_, secret) = await App.LinkAsync(await App.AddTalkAsync("Engines", Stop, "Three engines **were** tried."), LinkRight.Read, Stop);

        var answer = await App.Browser().GetAsync($"/s/{secret}", Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<form", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("_blazor", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<strong>were</strong>", page, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Unknown_expired_revoked_and_deleted_get_the_very_same_answer()
    {
        var talk = await App.AddTalkAsync("Engines", Stop);
        var (revoked, revokedSecret) = await App.LinkAsync(talk, LinkRight.Read, Stop);
        await App.Get<LinkStore>().RevokeAsync(talk, revoked.Id, Stop);
        var (expired, expiredSecret) = await App.LinkAsync(talk, LinkRight.Edit, Stop);
        await App.ExpireAsync(expired, Stop);
        var gone = await App.AddTalkAsync("Gone", Stop);
        var (_, goneSecret) = await App.LinkAsync(gone, LinkRight.Read, Stop);
        await App.Get<TalkStore>().DeleteAsync(gone, Stop);

        var answers = new List<string>();
        foreach (var secret in new[] { Workspace.Ids.NewSecret(), "short", revokedSecret, expiredSecret, goneSecret })
        {
            var answer = await App.Browser().GetAsync($"/s/{secret}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync(Stop));
        }

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData(LinkScope.Summary, false, false)]
    [InlineData(LinkScope.Quotes, true, false)]
    [InlineData(LinkScope.Transcript, true, true)]
    public async Task A_link_shows_what_its_scope_says_and_nothing_more(LinkScope scope, bool quotes, bool transcript)
    {
        var talk = await App.AddTalkAsync("Engines", Stop, "Three engines were tried.");
        await App.GiveEvidenceAsync(talk, new PassagePiece(0, 0, 3, 26, "tried <three> engines."), Stop);
        var (_, secret) = await App.LinkAsync(talk, LinkRight.Read, Stop, scope);

        var page = await App.Browser().GetStringAsync($"/s/{secret}", Stop);

        Assert.Equal(quotes, page.Contains("tried &lt;three&gt; engines.”", StringComparison.Ordinal));
        Assert.Equal(quotes, page.Contains("01:05", StringComparison.Ordinal));
        Assert.Equal(transcript, page.Contains("We tried &lt;three&gt; engines.", StringComparison.Ordinal));
        Assert.Equal(transcript, page.Contains("href=\"#s0\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pinned_link_shows_its_version_and_says_that_there_is_a_newer_one()
    {
        var talk = await App.AddTalkAsync("Engines", Stop, "First words.");
        var (_, pinned) = await App.LinkAsync(talk, LinkRight.Read, Stop, pinned: 1);
        var (_, latest) = await App.LinkAsync(talk, LinkRight.Read, Stop);
        Assert.DoesNotContain("edited since", await App.Browser().GetStringAsync($"/s/{pinned}", Stop), StringComparison.Ordinal);

        await App.AppendAsync(talk, "\n- Later words.", Stop);

        var old = await App.Browser().GetStringAsync($"/s/{pinned}", Stop);
        Assert.DoesNotContain("Later words.", old, StringComparison.Ordinal);
        Assert.Contains("edited since", old, StringComparison.Ordinal);
        Assert.Contains("Later words.", await App.Browser().GetStringAsync($"/s/{latest}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_bullets_and_titles_stay_text()
    {
        var talk = await App.AddTalkAsync("<script>alert(1)</script>", Stop, "x <img src=x onerror=alert(1)>", "[a](javascript:alert(1))");
        var (_, secret) = await App.LinkAsync(talk, LinkRight.Read, Stop, LinkScope.Transcript);

        var page = await App.Browser().GetStringAsync($"/s/{secret}", Stop);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_edit_link_leads_through_the_door_to_the_talk_and_leaves_its_secret_behind()
    {
        var talk = await App.AddTalkAsync("Engines", Stop);
        var (_, secret) = await App.LinkAsync(talk, LinkRight.Edit, Stop);
        var browser = App.Browser();

        var nameless = await TestApp.SendFormAsync(browser, $"/s/{secret}", Stop, ("name", "  "), ("color", "1"));
        var entered = await TestApp.SendFormAsync(browser, $"/s/{secret}", Stop, ("name", " Grace  H "), ("color", "99"));
        var again = await browser.GetAsync($"/s/{secret}", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal($"/talks/{talk}", entered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), x => x.StartsWith("collab-guest=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_link_takes_no_form()
    {
        var (_, secret) = await App.LinkAsync(await App.AddTalkAsync("Engines", Stop), LinkRight.Read, Stop);
        var (_, door) = await App.LinkAsync(await App.AddTalkAsync("Gears", Stop), LinkRight.Edit, Stop);
        var browser = App.Browser();
        var page = await browser.GetStringAsync($"/s/{door}", Stop);
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];

        var answer = await browser.PostAsync($"/s/{secret}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "Eve")]), Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Views_of_a_link_are_counted()
    {
        var talk = await App.AddTalkAsync("Engines", Stop);
        var (link, secret) = await App.LinkAsync(talk, LinkRight.Read, Stop);
        for (var i = 0; i < 3; i++)
            await App.Browser().GetAsync($"/s/{secret}", Stop);

        await App.Get<LinkViews>().KeepAsync(Stop);

        Assert.Equal(3, (await App.Get<LinkStore>().ListAsync(talk, Stop)).Single(x => x.Id == link.Id).Views);
    }

    [Fact]
    public async Task No_log_of_any_level_holds_the_secret_of_a_link()
    {
        using var heard = new HeardLogs();
        await using var app = new TestApp(("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        await using var listening = app.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<ILoggerProvider>(heard)));
        using var browser = listening.CreateClient(new() { AllowAutoRedirect = false });
        var secret = Workspace.Ids.NewSecret();

        foreach (var path in new[] { $"/s/{secret}", $"/join/{secret}", $"/S/{secret}", $"/s/{secret}/more" })
            await browser.GetAsync(path, Stop);

        Assert.Contains(heard.Sentences, x => x.Contains("Request starting", StringComparison.Ordinal));
        Assert.DoesNotContain(heard.Sentences, x => x.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Downloads_are_the_summary_and_the_pair()
    {
        var talk = await App.AddTalkAsync("Engines: a/b", Stop, "Three engines were tried.", "One was kept.");
        var (browser, _) = await App.SignedInAsync(Workspace.Accounts.Role.Viewer, Stop);

        var markdown = await browser.GetAsync($"/talks/{talk}/summary.md", Stop);
        var pair = await browser.GetStringAsync($"/talks/{talk}/summary.txt", Stop);

        Assert.Equal("- Three engines were tried.\n- One was kept.\n", await markdown.Content.ReadAsStringAsync(Stop));
        Assert.Equal("Engines a b.md", markdown.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("Ada: We tried <three> engines.\n-> summary ->\n*   Three engines were tried.\n*   One was kept.\n", pair);
    }
}
