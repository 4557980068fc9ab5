using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Devices;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Tests.Inference;

/// <summary>The loop itself on the built-in model, with three slots for more answers than that.</summary>
public sealed class AnswerLoopTests : IDisposable
{
    private static readonly ModelFolder s_folder = ModelFolder.Read(ModelLoading.BuiltIn);
    private static readonly TextTokenizer s_tokenizer = TokenizerFile.Load(s_folder.FileOf("tokenizer.json"));
    private static readonly Sampling s_sampled = new(.8, .9, 50, 3);
    private readonly AnswerLoop _loop = new(
        DeviceSelection.OnCpu(s_folder, new InferenceOptions { Slots = 3, MaxTokens = 160 }, s_folder.GraphFile, Reference.All[0].Ids[..8]), s_folder.StopIds, Reference.All[0].Ids[..4], giveWay: false);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _loop.Dispose();

    [Fact]
    public async Task Answers_are_chosen_token_for_token_as_they_are_alone()
    {
        Prompt[] prompts = [.. Reference.All.Select((r, k) => new Prompt(r.Ids, [(Sampling.Greedy, 0), (s_sampled, (ulong)k), (s_sampled, 77)]))];

        var together = await _loop.Ask(prompts, 16, Stop).Answers.ReadAllAsync(Stop).ToListAsync(Stop);

        Assert.Equal(prompts.Length * 3, together.Count);
        foreach (var answer in together)
        {
            var prompt = prompts[answer.Prompt] with { Candidates = [prompts[answer.Prompt].Candidates[answer.Candidate]] };
            var alone = await _loop.Ask([prompt], 16, Stop).Answers.ReadAllAsync(Stop).SingleAsync(Stop);
            Assert.Equal(alone.Tokens, answer.Tokens);
            Assert.Equal(alone.MeanLogProbability, answer.MeanLogProbability, 1e-3);
        }
    }

    [Fact]
    public async Task Text_comes_while_it_is_written_and_its_pieces_are_the_answers()
    {
        var request = _loop.Ask([.. Reference.All.Select(r => new Prompt(r.Ids, [(Sampling.Greedy, 0)]))], 30, new TextOutput(s_tokenizer, [], Streamed: true), Stop);

        var pieces = await request.Pieces.ReadAllAsync(Stop).ToListAsync(Stop);

        foreach (var written in pieces.GroupBy(p => p.Prompt))
        {
            Assert.Equal(written.Last().Whole!.Text, string.Concat(written.Select(p => p.Text)));
            Assert.All(written.SkipLast(1), p => Assert.Null(p.Whole));
            Assert.True(written.Count() > 5, "the answer came in one piece");
        }

        var (last, first) = (pieces.FindIndex(p => p.Prompt == 0 && p.Whole is not null), pieces.FindIndex(p => p.Prompt == 1));
        Assert.True(first < last, "the second answer was begun only when the first was whole");
    }

    [Fact]
    public async Task A_stop_text_ends_the_writing_itself_not_only_the_text()
    {
        var prompt = new Prompt(Reference.All[1].Ids, [(Sampling.Greedy, 0)]);
        var whole = await _loop.Ask([prompt], 40, new TextOutput(s_tokenizer, [], Streamed: false), Stop).Answers.ReadAllAsync(Stop).SingleAsync(Stop);
        var stop = whole.Text![14..22];

        var stopped = await _loop.Ask([prompt], 40, new TextOutput(s_tokenizer, [stop], Streamed: false), Stop).Answers.ReadAllAsync(Stop).SingleAsync(Stop);

        Assert.Equal(whole.Text[..whole.Text.IndexOf(stop, StringComparison.Ordinal)], stopped.Text);
        Assert.Equal((stop, true), (stopped.StopText, stopped.Ended));
        Assert.True(stopped.Tokens.Count < whole.Tokens.Count / 2, $"{stopped.Tokens.Count} tokens were written of {whole.Tokens.Count}");
    }

    [Fact]
    public async Task A_stopped_request_leaves_others_as_they_would_be_without_it()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var long20 = Enumerable.Range(0, 20).Select(k => new Prompt(Reference.All[0].Ids, [(s_sampled, (ulong)k), (s_sampled, (ulong)k + 100)])).ToArray();
        var doomed = _loop.Ask(long20, 60, stop.Token);
        var other = _loop.Ask([new Prompt(Reference.All[1].Ids, [(Sampling.Greedy, 0)])], 30, Stop);

        await doomed.Answers.ReadAsync(Stop);
        await stop.CancelAsync();
        var answer = await other.Answers.ReadAllAsync(Stop).SingleAsync(Stop);

        Assert.Equal(Reference.All[1].GreedyText, s_tokenizer.Decode(answer.Tokens).Trim());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => doomed.Answers.ReadAllAsync(Stop).ToListAsync(Stop).AsTask());
    }

    [Fact]
    public async Task Many_requests_one_after_the_other_leave_nothing_behind()
    {
        var asked = new List<WeakReference>();

        for (var run = 0; run < 8; run++)
            asked.Add(await AskAndForgetAsync(run));
        GC.Collect();

        // The loop's own frames may hold the very last one until it is asked again.
        Assert.DoesNotContain(asked.SkipLast(1), request => request.IsAlive);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused_before_it_is_run()
    {
        (Sampling, ulong)[] one = [(Sampling.Greedy, 0)];

        Assert.Throws<ArgumentException>(() => _loop.Ask([new Prompt(new int[161], one)], 1, Stop));
        Assert.Throws<ArgumentException>(() => _loop.Ask([new Prompt([], one)], 1, Stop));
        Assert.Throws<ArgumentException>(() => _loop.Ask([new Prompt([1], [])], 1, Stop));
    }

    [Fact]
    public async Task A_closed_loop_ends_what_was_asked_takes_nothing_more_and_may_be_closed_again()
    {
        var request = _loop.Ask([new Prompt(Reference.All[0].Ids, [(Sampling.Greedy, 0)])], 60, Stop);

        _loop.Dispose();
        _loop.Dispose();

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => request.Answers.ReadAllAsync(Stop).ToListAsync(Stop).AsTask());
        Assert.Throws<ObjectDisposedException>(() => _loop.Ask([new Prompt([1], [(Sampling.Greedy, 0)])], 1, Stop));
    }

    private async Task<WeakReference> AskAndForgetAsync(int run)
    {
        var prompt = new Prompt(Reference.All[run % Reference.All.Count].Ids, [(Sampling.Greedy, 0), (s_sampled, 1)]);
        var request = _loop.Ask([prompt], 3, new TextOutput(s_tokenizer, ["."], Streamed: true), Stop);
        await request.Answers.ReadAllAsync(Stop).ToListAsync(Stop);
        return new WeakReference(request);
    }
}
