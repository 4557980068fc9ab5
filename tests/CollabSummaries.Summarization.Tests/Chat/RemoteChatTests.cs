using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Tests.Chat;

public sealed class RemoteChatTests : IAsyncLifetime
{
    private const string Key = "sk-very-secret";
    private ChatServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ChatServer.StartAsync(Stop);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_answer_comes_with_its_figures_and_the_key_went_along()
    {
        using var chat = Open();

        var response = await chat.GetResponseAsync("héllo 👍", new ChatOptions { MaxOutputTokens = 9 }, Stop);

        Assert.Equal("echo: héllo 👍", response.Text);
        Assert.Equal((11L, 3L), (response.Usage!.InputTokenCount!.Value, response.Usage.OutputTokenCount!.Value));
        var (key, body) = Assert.Single(_server.Requests);
        Assert.Equal($"Bearer {Key}", key);
        Assert.Equal("tiny", body.GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_streamed_answer_arrives_word_by_word()
    {
        _server.Answer = (http, _, _) => ChatServer.StreamAsync(http, ["The ", "bud", "get 👍", "."]);
        using var chat = Open();

        var words = await chat.GetStreamingResponseAsync("x", cancellationToken: Stop).Select(u => u.Text).Where(t => t.Length > 0).ToListAsync(Stop);

        Assert.Equal(["The ", "bud", "get 👍", "."], words);
    }

    [Fact]
    public async Task A_stream_that_ends_before_the_answer_does_is_an_error_and_not_an_answer()
    {
        _server.Answer = (http, _, _) => ChatServer.StreamAsync(http, ["The "], complete: false);
        using var chat = Open();

        await Refused(() => chat.GetStreamingResponseAsync("x", cancellationToken: Stop).ToListAsync(Stop).AsTask(), "broke off in the middle");
    }

    [Fact]
    public async Task A_stream_whose_connection_is_cut_is_an_error_and_not_an_answer()
    {
        _server.Answer = async (http, _, _) =>
        {
            await ChatServer.StreamAsync(http, ["The "], complete: false);
            await http.Response.Body.FlushAsync();
            http.Abort();
        };
        using var chat = Open();

        await Refused(() => chat.GetStreamingResponseAsync("x", cancellationToken: Stop).ToListAsync(Stop).AsTask(), "tiny at http://127.0.0.1");
    }

    [Theory]
    [InlineData(401, "refused the key (401); check the environment variable TINY_KEY")]
    [InlineData(404, "check the model's name")]
    [InlineData(400, "refused the request (400")]
    [InlineData(429, "is too busy (429)")]
    [InlineData(500, "failed (500)")]
    [InlineData(503, "failed (503)")]
    public async Task A_refusal_is_explained_without_the_key(int status, string reason)
    {
        _server.Answer = (http, _, _) => ChatServer.FailAsync(http, status, "the prompt is longer than the context");
        using var chat = Open(retries: 0);

        await Refused(() => chat.GetResponseAsync("x", cancellationToken: Stop), reason);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_said_so_and_not_more_often_than_set()
    {
        _server.Answer = (http, _, number) =>
        {
            http.Response.Headers.RetryAfter = "0";
            return number < 3 ? ChatServer.FailAsync(http, 429) : ChatServer.SayAsync(http, "at last");
        };
        using (var patient = Open(retries: 2))
            Assert.Equal("at last", (await patient.GetResponseAsync("x", cancellationToken: Stop)).Text);

        _server.Answer = (http, _, _) =>
        {
            http.Response.Headers.RetryAfter = "0";
            return ChatServer.FailAsync(http, 500);
        };
        using (var impatient = Open(retries: 1))
            await Refused(() => impatient.GetResponseAsync("x", cancellationToken: Stop), "also after 1 more tries");

        Assert.Equal(3 + 2, _server.Requests.Count);
    }

    [Theory]
    [InlineData("{\"choices\": [")]
    [InlineData("<html>It works!</html>")]
    [InlineData("{}")]
    [InlineData("{\"choices\": []}")]
    [InlineData("[1, 2]")]
    public async Task What_is_not_the_protocol_is_called_so(string body)
    {
        _server.Answer = (http, _, _) => http.Response.WriteAsync(body);
        using var chat = Open(retries: 0);

        var refusal = await Assert.ThrowsAsync<ModelException>(() => chat.GetResponseAsync("x", cancellationToken: Stop));
        Assert.Matches("^the model tiny at .* (does not speak the OpenAI protocol|gave no answer)", refusal.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_given_up()
    {
        var left = new TaskCompletionSource();
        _server.Answer = async (http, _, _) =>
        {
            http.RequestAborted.Register(() => left.TrySetResult());
            await left.Task;
        };
        using var chat = Open(timeout: 1, retries: 0);

        await Refused(() => chat.GetResponseAsync("x", cancellationToken: Stop), "did not answer within 1 s");
        await left.Task.WaitAsync(Stop);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up()
    {
        _server.Answer = async (http, _, _) =>
        {
            await ChatServer.StreamAsync(http, ["The "], complete: false);
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var chat = Open(timeout: 1, retries: 0);

        await Refused(() => chat.GetStreamingResponseAsync("x", cancellationToken: Stop).ToListAsync(Stop).AsTask(), "did not answer within 1 s");
    }

    [Fact]
    public async Task Stopping_ends_the_request_on_the_server_too()
    {
        TaskCompletionSource arrived = new(), left = new();
        _server.Answer = async (http, _, _) =>
        {
            http.RequestAborted.Register(() => left.TrySetResult());
            arrived.SetResult();
            await left.Task;
        };
        using var chat = Open();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var asking = chat.GetResponseAsync("x", cancellationToken: stop.Token);
        await arrived.Task.WaitAsync(Stop);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await left.Task.WaitAsync(Stop);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_unreachable()
    {
        var address = _server.Endpoint;
        await _server.DisposeAsync();
        _server = await ChatServer.StartAsync(Stop);
        using var chat = RemoteChat.Open(new RemoteOptions { Endpoint = address, Model = "tiny", Retries = 0 }, _ => null, TimeProvider.System);

        await Refused(() => chat.GetResponseAsync("x", cancellationToken: Stop), "cannot be reached");
    }

    [Theory]
    [InlineData("http://host/v1", "tiny", "TINY_KEY", "set the environment variable TINY_KEY")]
    [InlineData("ftp://host/v1", "tiny", null, "no http or https address")]
    [InlineData("http://user:pass@host/v1", "tiny", null, "must not hold a password")]
    [InlineData("http://host/v1", "", null, "Model")]
    [InlineData(null, "tiny", null, "Endpoint")]
    public void Wrong_settings_are_refused_before_anything_is_sent(string? endpoint, string model, string? variable, string reason)
    {
        var options = new RemoteOptions { Endpoint = endpoint is null ? null : new Uri(endpoint), Model = model, ApiKeyVariable = variable };

        var refusal = Assert.Throws<ModelException>(() => RemoteChat.Open(options, _ => " ", TimeProvider.System));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private RemoteChatClient Open(int timeout = 60, int retries = 3) => RemoteChat.Open(
        new RemoteOptions { Endpoint = _server.Endpoint, Model = "tiny", ApiKeyVariable = "TINY_KEY", Timeout = timeout, Retries = retries },
        name => name == "TINY_KEY" ? Key : null, TimeProvider.System);

    private static async Task Refused(Func<Task> act, string reason)
    {
        var refusal = await Assert.ThrowsAsync<ModelException>(act);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refusal.Message, StringComparison.Ordinal);
    }
}
