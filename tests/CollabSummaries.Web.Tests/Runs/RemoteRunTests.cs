using System.Text.RegularExpressions;
using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Tests.Chat;
using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Runs.Record;
using CollabSummaries.Web.Runs.Templates;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Http;

namespace CollabSummaries.Web.Tests.Runs;

/// <summary>From the settings to bullets with their states, over a server that speaks the OpenAI protocol.</summary>
public sealed partial class RemoteRunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bullets_of_a_remote_model_arrive_with_states_reasons_and_a_whole_record()
    {
        await using var server = await ChatServer.StartAsync(Stop);
        // It writes the first sentence of what it is shown, and doubts what is said about farmers.
        server.Answer = (http, body, _) => Enclosed(ChatServer.LastText(body)) is [var passage, var sentence]
            ? ChatServer.SayAsync(http, sentence.Contains("useless", StringComparison.Ordinal) || passage.Length == 0 ? "NO\nIt does not say why." : "YES")
            : ChatServer.SayAsync(http, Enclosed(ChatServer.LastText(body))[0].Split(". ")[0].Split(": ")[^1].TrimEnd('.').Replace("Our ", "The ", StringComparison.Ordinal) + ".");
        await using var app = new TestApp(("Inference:Model", "big"), ("Inference:Models:big:Endpoint", server.Endpoint.ToString()), ("Inference:Models:big:Model", "large-1"), ("Inference:Models:big:Retries", "0"));
        var (talk, who) = await BeginAsync(app);
        var template = SummaryTemplate.Default with { Name = "Dry", Tone = "dry as dust", KeepUnsupported = true };
        var kept = (await app.Get<TemplateEditing>().SaveAsync(who, talk, null, true, template, Stop)).Kept;

        var run = await DoneAsync(app, await app.Get<RunRequests>().StartAsync(who, talk, 6, false, kept.Id, null, Stop));

        Assert.Equal((RunState.Done, "big", null), (run.State, run.Model, run.Error));
        Assert.StartsWith("server: 127.0.0.1", run.Device, StringComparison.Ordinal);
        Assert.Equal(template.Name, TemplateEditing.Read(run.Template!).Name);
        Assert.StartsWith("Passages of 60", run.Parameters, StringComparison.Ordinal);
        Assert.True(run is { PromptTokens: > 0, OutputTokens: > 0 });
        Assert.All(server.Requests, r => Assert.True(r.Body.GetProperty("messages")[0].GetProperty("content").ToString() is var rules && (rules.Contains("dry as dust", StringComparison.Ordinal) || rules.Contains("You check notes", StringComparison.Ordinal))));
        var records = await app.Get<RunRecords>().ListBulletsAsync(who, run, Stop);
        Assert.Contains(records, r => r.Bullet is { Kind: "written", Support: "supported" });
        Assert.All(records.Where(r => r.Bullet.Kind == "written"), r => Assert.Contains(r.Candidates, c => c.Refusal is null));
        Assert.All(records, r => Assert.True(r.Bullet.Support != "supported" || r.Passages.Count > 0));
        var evidence = await app.Get<EvidenceStore>().ListAsync(talk, null, Stop);
        Assert.Equal(records.Select(r => (r.Bullet.BulletId, r.Bullet.Support, r.Bullet.Reason)).Order(), evidence.Select(e => (e.BulletId, e.Support, e.Reason)).Order());
    }

    [Theory]
    [InlineData("garbage", "does not speak the OpenAI protocol")]
    [InlineData("refused", "refused the key (401)")]
    public async Task A_run_on_a_server_that_is_none_fails_with_a_sentence_that_says_what_to_do(string kind, string words)
    {
        await using var server = await ChatServer.StartAsync(Stop);
        server.Answer = (http, _, _) => kind == "refused" ? ChatServer.FailAsync(http, 401) : http.Response.WriteAsync("<html>Welcome to nginx</html>", Stop);
        await using var app = new TestApp(("Inference:Model", "big"), ("Inference:Models:big:Endpoint", server.Endpoint.ToString()), ("Inference:Models:big:Model", "m"), ("Inference:Models:big:Retries", "0"));
        var (talk, who) = await BeginAsync(app);

        var run = await DoneAsync(app, await app.Get<RunRequests>().StartAsync(who, talk, 3, false, Stop));

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Contains("a retry goes on from there", run.Error, StringComparison.Ordinal);
        Assert.Empty((await app.Get<SummaryLog>().OpenAsync(talk, Stop))!.State.Text);
    }

    private static async Task<(string Talk, Who Who)> BeginAsync(TestApp app)
    {
        var (_, accountId) = await app.SignedInAsync(Role.Member, Stop);
        return (await app.Get<TalkStore>().AddAsync(RunTalks.OfThreeChapters("Things"), Stop), new Member(accountId, "Ada", 0));
    }

    private static Task<Run> DoneAsync(TestApp app, Run run) =>
        app.Get<RunFeed>().UntilAsync(app.Get<RunStore>(), run, x => x.State is RunState.Done or RunState.Failed or RunState.Stopped, Stop);

    private static List<string> Enclosed(string data) => [.. Marks().Matches(data).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"<<\w+ [0-9A-F]{12}>>\n(.*?)\n<<END OF", RegexOptions.Singleline)]
    private static partial Regex Marks();
}
