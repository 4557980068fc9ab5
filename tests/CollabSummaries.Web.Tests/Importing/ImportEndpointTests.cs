using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Importing;

public sealed partial class ImportEndpointTests : IAsyncLifetime
{
    private const string Words = "Ann: Hello there.\nBob: Good to be here today, thank you.\n";

    private readonly TestApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_looked_at_without_being_kept()
    {
        var (browser, _) = await _app.SignedInAsync(Role.Member, Stop);
        var before = (await _app.Get<TalkStore>().ListAsync(new TalkQuery(), Stop)).Count;

        var answer = await SendAsync(browser, "/import/preview", Words);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Good to be here today", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(before, (await _app.Get<TalkStore>().ListAsync(new TalkQuery(), Stop)).Count);
    }

    [Fact]
    public async Task A_kept_file_is_a_talk_with_the_fields_and_every_byte()
    {
        var (browser, _) = await _app.SignedInAsync(Role.Member, Stop);

        var answer = await SendAsync(browser, "/talks", Words, ("title", "A meeting"), ("date", "2026-11-12"), ("mediaUrl", "https://example.org/v"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var talkId = (await answer.Content.ReadFromJsonAsync<Kept>(Stop))!.TalkId;
        var talk = await _app.Get<TalkStore>().FindAsync(talkId, Stop);
        Assert.Equal(("A meeting", new DateOnly(2026, 11, 12), "https://example.org/v"), (talk?.Title, talk?.Date, talk?.MediaUrl));
        Assert.Equal(Encoding.UTF8.GetBytes(Words), await _app.Get<TalkStore>().GetRawAsync(talkId, Stop));
        var rows = await browser.GetAsync($"/talks/{talkId}/transcript", Stop);
        Assert.Contains("<span data-s=\"0\">", await rows.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_halves_become_one_talk_with_both_files_names_given_and_the_language_chosen()
    {
        var (browser, _) = await _app.SignedInAsync(Role.Member, Stop);
        var first = Encoding.UTF8.GetBytes("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>Hello there.\n");
        var second = Encoding.UTF8.GetBytes("WEBVTT\n\n00:02.000 --> 00:05.000\n<v Anne>And on we go.\n");

        var answer = await SendFilesAsync(
            browser, "/talks", [("one.vtt", first), ("two.vtt", second)],
            ("title", "Both"), ("format", ""), ("format", "vtt"), ("way", "after"), ("begins", "1:00:00"), ("language", "nl"), ("speakerFrom", "Ann"), ("speakerTo", "Ann"), ("speakerFrom", "Anne"), ("speakerTo", "Ann"));

        var talkId = (await answer.Content.ReadFromJsonAsync<Kept>(Stop))!.TalkId;
        var source = (await _app.Get<TranscriptStore>().FindAsync(talkId, Stop))!;
        Assert.Equal([(1_000L, "Ann", "Ann"), (3_602_000L, "Ann", "Anne")], source.Segments.Select(x => (x.StartMs!.Value, x.Speaker!, x.ImportedSpeaker!)));
        Assert.Equal([("one.vtt", (string?)null, (long?)null), ("two.vtt", "after", 3_600_000)], source.Files.Select(x => (x.FileName, x.Way, x.ShiftMs)));
        Assert.Equal([first, second], source.Files.Select(x => x.Raw));
        Assert.Equal("nl", (await _app.Get<TalkStore>().FindAsync(talkId, Stop))!.Transcript.Language);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_line()
    {
        var (browser, _) = await _app.SignedInAsync(Role.Member, Stop);

        var answer = await SendAsync(browser, "/talks", "", ("title", "Nothing"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Line 1: the file is empty", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_page_s_token_nothing_is_read_or_kept()
    {
        var (browser, _) = await _app.SignedInAsync(Role.Member, Stop);

        var preview = await browser.PostAsync("/import/preview", Form("", Words), Stop);
        var kept = await browser.PostAsync("/talks", Form("", Words, ("title", "A meeting")), Stop);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (preview.StatusCode, kept.StatusCode));
    }

    [Fact]
    public async Task Viewers_guests_and_strangers_bring_nothing()
    {
        var (viewer, _) = await _app.SignedInAsync(Role.Viewer, Stop);
        var (guest, _) = await _app.LetInAsync(await _app.AddTalkAsync("Theirs", Stop), Stop);

        var answers = new List<HttpStatusCode>();
        foreach (var browser in new[] { viewer, guest, _app.Browser() })
            answers.Add((await SendAsync(browser, "/talks", Words, ("title", "A meeting"))).StatusCode);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized], answers); // a guest gets no page, so no token
    }

    [Fact]
    public async Task A_transcript_is_read_by_those_who_may_and_is_not_there_for_others()
    {
        var talkId = await _app.AddTalkAsync("A talk", Stop);
        var (guest, _) = await _app.LetInAsync(talkId, Stop);
        var (other, _) = await _app.LetInAsync(await _app.AddTalkAsync("Another", Stop), Stop);

        var first = await guest.GetAsync($"/talks/{talkId}/transcript", Stop);
        var again = new HttpRequestMessage(HttpMethod.Get, $"/talks/{talkId}/transcript") { Headers = { { "If-None-Match", first.Headers.ETag?.ToString() } } };
        var second = await guest.SendAsync(again, Stop);
        var foreign = await other.GetAsync($"/talks/{talkId}/transcript", Stop);

        Assert.Contains("We tried &lt;three&gt; engines.", await first.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotFound), (second.StatusCode, foreign.StatusCode));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static async Task<HttpResponseMessage> SendFilesAsync(HttpClient browser, string path, IReadOnlyList<(string Name, byte[] Raw)> files, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetAsync("/import", Stop);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Stop)).Groups[1].Value;
        return await browser.PostAsync(path, Form(token, files, fields), Stop);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, string words, params (string Name, string Value)[] fields) =>
        SendFilesAsync(browser, path, [("meeting.txt", Encoding.UTF8.GetBytes(words))], fields);

    private static MultipartFormDataContent Form(string token, string words, params (string Name, string Value)[] fields) =>
        Form(token, [("meeting.txt", Encoding.UTF8.GetBytes(words))], fields);

    private static MultipartFormDataContent Form(string token, IReadOnlyList<(string Name, byte[] Raw)> files, (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, raw) in files)
            form.Add(new ByteArrayContent(raw), "file", name);
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
            form.Add(new StringContent(value), name);
        return form;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed record Kept(string TalkId);
}
