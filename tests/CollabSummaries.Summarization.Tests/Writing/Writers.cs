using System.Text.Json;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Tests.Chat;
using Microsoft.AspNetCore.Http;

namespace CollabSummaries.Summarization.Tests.Writing;

/// <summary>Models on a server over real HTTP, each with a character of its own.</summary>
internal sealed partial class Writers : IAsyncDisposable
{
    private readonly ChatServer _server;

    private Writers(ChatServer server, ChatModel model) => (_server, Model) = (server, model);

    public ChatModel Model { get; }

    public Summarizer Summarizer => new(Model, TimeProvider.System);

    /// <summary>What the model was sent, rules and passage.</summary>
    public IEnumerable<(string Rules, string Data)> Prompts => _server.Requests.Select(r =>
        (r.Body.GetProperty("messages")[0].GetProperty("content").ToString(), ChatServer.LastText(r.Body)));

    /// <param name="write">Passage in, answer out; told the number of the request.</param>
    /// <param name="judge">Passage and sentence in, answer out.</param>
    public static async Task<Writers> StartAsync(Func<string, int, string> write, Func<string, string, string> judge, CancellationToken stop)
    {
        var server = await ChatServer.StartAsync(stop);
        server.Answer = (http, body, number) => AnswerAsync(http, body, number, write, judge);
        return new Writers(server, ChatModel.Remote(new RemoteOptions { Endpoint = server.Endpoint, Model = "large", Retries = 0, Parallel = 4 }, _ => null, TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        Model.Dispose();
        await _server.DisposeAsync();
    }

    private static Task AnswerAsync(HttpContext http, JsonElement body, int number, Func<string, int, string> write, Func<string, string, string> judge)
    {
        var parts = Enclosed().Matches(ChatServer.LastText(body)).Select(m => m.Groups[1].Value).ToList();
        return ChatServer.SayAsync(http, parts.Count == 2 ? judge(parts[0], parts[1]) : write(parts[0], number));
    }

    [GeneratedRegex(@"<<\w+ [0-9A-F]{12}>>\n(.*?)\n<<END OF", RegexOptions.Singleline)]
    private static partial Regex Enclosed();
}
