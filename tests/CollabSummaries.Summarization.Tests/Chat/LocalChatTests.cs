using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Devices;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;
using CollabSummaries.Summarization.Tests.Inference;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Tests.Chat;

/// <summary>The chat interface over the engine itself, with the built-in model.</summary>
public sealed class LocalChatTests : IDisposable
{
    private const int MaxTokens = 200;
    private readonly AnswerLoop _loop;
    private readonly LocalBatch _batch;
    private readonly LocalChatClient _chat;

    public LocalChatTests()
    {
        var folder = ModelFolder.Read(ModelLoading.BuiltIn);
        var tokenizer = TokenizerFile.Load(folder.FileOf("tokenizer.json"));
        var graph = DeviceSelection.OnCpu(folder, new InferenceOptions { Slots = 3, MaxTokens = MaxTokens }, folder.GraphFile, Reference.All[0].Ids[..8]);
        _loop = new AnswerLoop(graph, StopTokens.Read(folder.Path, tokenizer), [], giveWay: false);
        _batch = new LocalBatch(_loop, tokenizer, TemplateFile.Load(folder.Path, tokenizer, TimeProvider.System), MaxTokens, new Speed(TimeProvider.System));
        _chat = new LocalChatClient(_batch, "talk-bullets");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _chat.Dispose();
        _loop.Dispose();
    }

    [Fact]
    public async Task An_answer_is_the_same_alone_in_a_batch_and_streamed()
    {
        var prompts = Reference.All.Select(r => (IReadOnlyList<ChatTurn>)[new(ChatPart.User, Ask(r))]).ToList();
        var batch = await _batch.AnswerAsync(prompts, new AnswerSettings(40), Stop).ToListAsync(Stop);

        var alone = await _chat.GetResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40 }, Stop);
        var streamed = await _chat.GetStreamingResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40 }, Stop).ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(0, prompts.Count), batch.Select(a => a.Prompt).Order());
        Assert.Equal(batch.Single(a => a.Prompt == 1).Text, alone.Text);
        Assert.Equal(alone.Text, string.Concat(streamed.Select(u => u.Text)));
        Assert.Contains("remote", alone.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ChatFinishReason.Stop, alone.FinishReason);
        Assert.True(alone.Usage is { InputTokenCount: > 20, OutputTokenCount: > 5 });
    }

    [Fact]
    public async Task An_answer_ends_at_a_stop_text_or_says_that_it_was_cut_off()
    {
        var whole = await _chat.GetResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40 }, Stop);
        var word = whole.Text.Split(' ')[3];

        var stopped = await _chat.GetResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40, StopSequences = [word] }, Stop);
        var cut = await _chat.GetResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 4 }, Stop);

        Assert.Equal(whole.Text[..whole.Text.IndexOf(word, StringComparison.Ordinal)], stopped.Text);
        Assert.Equal(ChatFinishReason.Length, cut.FinishReason);
        Assert.Equal(4, cut.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task A_streamed_answer_comes_in_many_pieces_and_ends_with_its_reason_and_its_figures()
    {
        var whole = await _chat.GetResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40 }, Stop);
        var stop = whole.Text[(whole.Text.Length / 2)..(whole.Text.Length / 2 + 5)];

        var updates = await _chat.GetStreamingResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40 }, Stop).ToListAsync(Stop);
        var stopped = (await _chat.GetStreamingResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 40, StopSequences = [stop] }, Stop).ToListAsync(Stop)).ToChatResponse();

        Assert.True(updates.Count(u => u.Text.Length > 0) > 5, "Words arrive while the answer is written.");
        var gathered = updates.ToChatResponse();
        Assert.Equal((whole.Text, ChatFinishReason.Stop, whole.Usage!.OutputTokenCount), (gathered.Text, gathered.FinishReason!.Value, gathered.Usage!.OutputTokenCount));
        Assert.Equal(whole.Text[..whole.Text.IndexOf(stop, StringComparison.Ordinal)], stopped.Text);
        Assert.True(stopped.Usage!.OutputTokenCount < whole.Usage.OutputTokenCount, "The engine stops there, too.");
    }

    [Fact]
    public async Task A_question_asked_while_a_long_batch_is_written_is_answered_before_that_ends()
    {
        IReadOnlyList<IReadOnlyList<ChatTurn>> many = [.. Enumerable.Range(0, 30).Select(k => (IReadOnlyList<ChatTurn>)[new(ChatPart.User, $"{Ask(Reference.All[0])} {k}")])];
        var answered = 0;
        Task<int>? asked = null;

        await foreach (var _ in _batch.AnswerAsync(many, new AnswerSettings(20), Stop))
        {
            answered++;
            asked ??= Task.Run(async () =>
            {
                await _chat.GetResponseAsync(Ask(Reference.All[1]), new ChatOptions { MaxOutputTokens = 20 }, Stop);
                return Volatile.Read(ref answered);
            });
        }

        Assert.InRange(await asked!, 1, 15);
    }

    [Fact]
    public async Task What_the_model_cannot_do_is_refused_and_never_cut_off_silently()
    {
        var tooLong = string.Join(' ', Enumerable.Repeat("word", 400));

        var refusal = await Assert.ThrowsAsync<ModelException>(() => _chat.GetResponseAsync(tooLong, cancellationToken: Stop));
        await Assert.ThrowsAsync<NotSupportedException>(() => _chat.GetResponseAsync("x", new ChatOptions { ResponseFormat = ChatResponseFormat.Json }, Stop));
        await Assert.ThrowsAsync<NotSupportedException>(() => _chat.GetResponseAsync([new ChatMessage(ChatRole.Tool, "x")], cancellationToken: Stop));

        Assert.Contains("Inference:MaxTokens", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("talk-bullets", ((ChatClientMetadata)_chat.GetService(typeof(ChatClientMetadata))!).DefaultModelId);
    }

    [Fact]
    public async Task Stopping_ends_the_stream_and_frees_the_slots()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        IReadOnlyList<IReadOnlyList<ChatTurn>> many = [.. Enumerable.Range(0, 30).Select(k => (IReadOnlyList<ChatTurn>)[new(ChatPart.User, $"{Ask(Reference.All[0])} {k}")])];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _batch.AnswerAsync(many, new AnswerSettings(30), stop.Token))
                await stop.CancelAsync();
        });
        var after = await _batch.AnswerAsync([many[0]], new AnswerSettings(10), Stop).ToListAsync(Stop);

        Assert.Single(after);
    }

    private static string Ask(Reference reference) => $"Summarize in one sentence.\n\n{reference.Passage}";
}
