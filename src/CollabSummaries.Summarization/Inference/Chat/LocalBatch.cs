using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>A stretch of an answer, as it is written.</summary>
/// <param name="Whole">The answer, with its last stretch; null before.</param>
internal sealed record BatchPiece(string Text, BatchAnswer? Whole);

/// <summary>The batch port over the engine of this process: all prompts go to its slots at once.</summary>
/// <param name="maxTokens">Tokens of a prompt and its answer together.</param>
internal sealed class LocalBatch(AnswerLoop loop, TextTokenizer tokenizer, ChatTemplate template, int maxTokens, Speed speed) : IAnswerBatch
{
    private const int WidestChoice = 1_000;

    public async IAsyncEnumerable<BatchAnswer> AnswerAsync(IReadOnlyList<IReadOnlyList<ChatTurn>> prompts, AnswerSettings settings, [EnumeratorCancellation] CancellationToken stop)
    {
        var tokens = prompts.Select(turns => Fitting(turns, settings.MostTokens)).ToList();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var busy = speed.Begin();
        try
        {
            var request = Ask(tokens, settings, streamed: false, left.Token);
            await foreach (var answer in request.Answers.ReadAllAsync(stop).ConfigureAwait(false))
                yield return Of(answer, tokens);
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>One answer, given out while it is written.</summary>
    public async IAsyncEnumerable<BatchPiece> StreamAsync(IReadOnlyList<ChatTurn> turns, AnswerSettings settings, [EnumeratorCancellation] CancellationToken stop)
    {
        IReadOnlyList<IReadOnlyList<int>> tokens = [Fitting(turns, settings.MostTokens)];
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var busy = speed.Begin();
        try
        {
            var request = Ask(tokens, settings, streamed: true, left.Token);
            await foreach (var piece in request.Pieces.ReadAllAsync(stop).ConfigureAwait(false))
                yield return new BatchPiece(piece.Text, piece.Whole is null ? null : Of(piece.Whole, tokens));
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
        }
    }

    private AnswerRequest Ask(IReadOnlyList<IReadOnlyList<int>> prompts, AnswerSettings settings, bool streamed, CancellationToken stop)
    {
        var sampling = settings.Temperature <= 0 ? Sampling.Greedy : new Sampling(settings.Temperature, settings.TopP, WidestChoice, 0);
        var output = new TextOutput(tokenizer, settings.StopTexts ?? [], streamed);
        return loop.Ask([.. prompts.Select(t => new Prompt(t, [(sampling, (ulong?)settings.Seed ?? RandomStream.Seed(t, 0))]))], settings.MostTokens, output, stop);
    }

    private BatchAnswer Of(Answer answer, IReadOnlyList<IReadOnlyList<int>> prompts)
    {
        speed.Add(answer.Tokens.Count);
        return new BatchAnswer(answer.Prompt, answer.Text!, answer.Ended, prompts[answer.Prompt].Count, answer.Tokens.Count);
    }

    private IReadOnlyList<int> Fitting(IReadOnlyList<ChatTurn> turns, int answer)
    {
        var tokens = tokenizer.Encode(template.Render(turns, answerNext: true));
        return tokens.Count + answer <= maxTokens
            ? tokens
            : throw new ModelException($"a prompt of {tokens.Count} tokens and its answer of up to {answer} do not fit in the {maxTokens} of Inference:MaxTokens; set that higher or give a shorter text");
    }
}
