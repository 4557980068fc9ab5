using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Templates;

namespace CollabSummaries.Summarization.Tests.Chat;

public sealed class RemoteBatchTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<IReadOnlyList<ChatTurn>> s_twenty = [.. Enumerable.Range(0, 20).Select(k => (IReadOnlyList<ChatTurn>)[new(ChatPart.System, "rules"), new(ChatPart.User, $"text {k}")])];
    private ChatServer _server = null!;
    private RemoteChatClient _chat = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ChatServer.StartAsync(Stop);
        _chat = RemoteChat.Open(new RemoteOptions { Endpoint = _server.Endpoint, Model = "tiny", Retries = 0 }, _ => null, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_prompt_gets_its_own_answer_and_the_limit_is_kept_for_all_callers_together()
    {
        var three = new TaskCompletionSource();
        var open = 0;
        _server.Answer = async (http, body, _) =>
        {
            if (Interlocked.Increment(ref open) == 3)
                three.SetResult();
            await three.Task;
            await ChatServer.SayAsync(http, $"echo: {ChatServer.LastText(body)}");
        };
        using var batch = new RemoteBatch(_chat, parallel: 3, new Speed(TimeProvider.System));

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => batch.AnswerAsync(s_twenty, new AnswerSettings(20), Stop).ToListAsync(Stop).AsTask()));

        foreach (var answers in both)
            Assert.Equal(Enumerable.Range(0, 20).Select(k => (k, $"echo: text {k}", true)), answers.OrderBy(a => a.Prompt).Select(a => (a.Prompt, a.Text, a.Ended)));
        Assert.Equal(3, _server.MostUnderWay);
    }

    [Fact]
    public async Task An_answer_cut_off_at_the_limit_is_told_from_one_that_ended()
    {
        _server.Answer = (http, _, _) => ChatServer.SayAsync(http, "half a", finish: "length");
        using var batch = new RemoteBatch(_chat, parallel: 2, new Speed(TimeProvider.System));

        var answer = Assert.Single(await batch.AnswerAsync([s_twenty[0]], new AnswerSettings(3), Stop).ToListAsync(Stop));

        Assert.False(answer.Ended);
        Assert.Equal(3, answer.OutputTokens);
    }

    [Fact]
    public async Task The_first_failure_ends_the_batch_with_its_reason()
    {
        _server.Answer = (http, body, _) => ChatServer.LastText(body) == "text 4" ? ChatServer.FailAsync(http, 500) : ChatServer.SayAsync(http, "ok");
        using var batch = new RemoteBatch(_chat, parallel: 2, new Speed(TimeProvider.System));

        var failure = await Assert.ThrowsAsync<ModelException>(() => batch.AnswerAsync(s_twenty, new AnswerSettings(20), Stop).ToListAsync(Stop).AsTask());

        Assert.Contains("failed (500)", failure.Message, StringComparison.Ordinal);
        Assert.True(_server.Requests.Count < 20);
    }

    [Fact]
    public async Task Leaving_the_stream_ends_the_requests_under_way()
    {
        var left = new TaskCompletionSource();
        _server.Answer = async (http, body, _) =>
        {
            if (ChatServer.LastText(body) == "text 0")
            {
                await ChatServer.SayAsync(http, "first");
                return;
            }

            http.RequestAborted.Register(() => left.TrySetResult());
            await left.Task;
        };
        using var batch = new RemoteBatch(_chat, parallel: 2, new Speed(TimeProvider.System));

        await foreach (var answer in batch.AnswerAsync(s_twenty, new AnswerSettings(20), Stop))
        {
            Assert.Equal("first", answer.Text);
            break;
        }

        await left.Task.WaitAsync(Stop);
        Assert.True(_server.Requests.Count < 20);
    }

    [Fact]
    public async Task Stopping_a_batch_is_no_failure_of_the_model()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _server.Answer = async (http, _, _) =>
        {
            await stop.CancelAsync();
            await ChatServer.SayAsync(http, "late");
        };
        using var batch = new RemoteBatch(_chat, parallel: 2, new Speed(TimeProvider.System));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.AnswerAsync(s_twenty, new AnswerSettings(20), stop.Token).ToListAsync(Stop).AsTask());
    }
}
