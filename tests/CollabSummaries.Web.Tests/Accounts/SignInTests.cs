using System.Net;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Accounts;

namespace CollabSummaries.Web.Tests.Accounts;

public sealed class SignInTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestApp App => shared.App;

    [Fact]
    public async Task Whoever_joined_signs_out_and_in_again_and_lands_where_they_wanted()
    {
        var (browser, _) = await JoinAsync("mia");
        var signedOut = await TestApp.SendFormAsync(browser, "/sign-out", Stop);
        Assert.Equal("/sign-in", signedOut.Headers.Location!.OriginalString);

        var signedIn = await SignInAsync(browser, "mia", TestApp.Password, "/talks/1?v=4");

        Assert.Equal("/talks/1?v=4", signedIn.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string returnUrl)
    {
        var userName = $"u{returnUrl.GetHashCode(StringComparison.Ordinal):x}";
        var (browser, _) = await JoinAsync(userName);
        await TestApp.SendFormAsync(browser, "/sign-out", Stop);

        var signedIn = await SignInAsync(browser, userName, TestApp.Password, returnUrl);

        Assert.Equal("/", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await JoinAsync("jonas");
        using var browser = App.Browser();

        var wrong = await (await SignInAsync(browser, "jonas", "not the password", "/")).Content.ReadAsStringAsync(Stop);
        var unknown = await (await SignInAsync(browser, "nobody", "not the password", "/")).Content.ReadAsStringAsync(Stop);

        Assert.Contains("User name or password is wrong.", wrong, StringComparison.Ordinal);
        Assert.Contains("User name or password is wrong.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_too()
    {
        await JoinAsync("lena");
        using var browser = App.Browser();
        for (var i = 0; i < 5; i++)
            await SignInAsync(browser, "lena", "not the password", "/");

        var right = await SignInAsync(browser, "lena", TestApp.Password, "/");

        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
    }

    [Fact]
    public async Task Tries_at_the_door_are_limited_per_address()
    {
        await using var app = new TestApp(("Accounts:DoorTriesPerMinute", "3"));
        using var browser = app.Browser();
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 5; i++)
            answers.Add((await SignInAsync(browser, "nobody", "not the password", "/")).StatusCode);

        Assert.Equal(2, answers.Count(x => x == HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData("/sign-in", "userName=ada&password=x")]
    [InlineData("/sign-out", "")]
    [InlineData("/join/0123456789012345678901234567890123456789012", "name=a&userName=b&password=c")]
    public async Task A_form_without_its_token_is_refused(string path, string form)
    {
        var (browser, _) = await App.SignedInAsync(Role.Member, Stop);

        var answer = await browser.PostAsync(path, new StringContent(form, null, "application/x-www-form-urlencoded"), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_invitation_makes_one_account_with_its_role()
    {
        var (_, secret) = await App.Get<InvitationStore>().CreateAsync(Role.Viewer, "import", Stop);
        using var first = App.Browser();
        using var second = App.Browser();
        var joined = await TestApp.SendFormAsync(first, $"/join/{secret}", Stop, ("name", "Vera"), ("userName", "vera"), ("password", TestApp.Password));
        var late = await second.GetAsync($"/join/{secret}", Stop);

        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(Role.Viewer, (await App.Get<PeopleStore>().ListAsync(Stop)).Single(x => x.UserName == "vera").Role);
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_account_is_said_and_the_invitation_stays_open()
    {
        await JoinAsync("taken");
        var (_, secret) = await App.Get<InvitationStore>().CreateAsync(Role.Member, "import", Stop);
        using var browser = App.Browser();

        var taken = await TestApp.SendFormAsync(browser, $"/join/{secret}", Stop, ("name", "X"), ("userName", "TAKEN"), ("password", TestApp.Password));
        var weak = await TestApp.SendFormAsync(browser, $"/join/{secret}", Stop, ("name", " "), ("userName", "has space"), ("password", "short"));

        Assert.Contains("This user name is taken.", await taken.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var said = await weak.Content.ReadAsStringAsync(Stop);
        Assert.Contains("A name has 1 to 60 characters.", said, StringComparison.Ordinal);
        Assert.Contains("no spaces", said, StringComparison.Ordinal);
        Assert.Contains("at least 10 characters", said, StringComparison.Ordinal);
        Assert.NotNull(await App.Get<InvitationStore>().FindBySecretAsync(secret, Stop));
    }

    private async Task<(HttpClient Browser, HttpResponseMessage Answer)> JoinAsync(string userName)
    {
        var (_, secret) = await App.Get<InvitationStore>().CreateAsync(Role.Member, "import", Stop);
        var browser = App.Browser();
        var answer = await TestApp.SendFormAsync(browser, $"/join/{secret}", Stop, ("name", userName), ("userName", userName), ("password", TestApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (browser, answer);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string password, string returnUrl) => TestApp.SendFormAsync(
        browser, "/sign-in", Stop, ("userName", userName), ("password", password), ("returnUrl", returnUrl));
}
