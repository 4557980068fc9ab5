using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>The batch port over the engine of this process: all prompts go to its slots at once.</summary>
/// <param name="maxTokens">Tokens of a prompt and its answer together.</param>
internal sealed class LocalBatch(AnswerLoop loop, TextTokenizer tokenizer, ChatTemplate template, int maxTokens) : IAnswerBatch
{
    private const int WidestChoice = 1_000;

    public async IAsyncEnumerable<BatchAnswer> AnswerAsync(IReadOnlyList<IReadOnlyList<ChatTurn>> prompts, AnswerSettings settings, [EnumeratorCancellation] CancellationToken stop)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sampling = settings.Temperature <= 0 ? Sampling.Greedy : new Sampling(settings.Temperature, settings.TopP, WidestChoice, 0);
        var tokens = prompts.Select(turns => Fitting(tokenizer.Encode(template.Render(turns, answerNext: true)), settings.MostTokens)).ToList();
        try
        {
            var request = loop.Ask([.. tokens.Select(t => new Prompt(t, [(sampling, (ulong?)settings.Seed ?? RandomStream.Seed(t, 0))]))], settings.MostTokens, left.Token);
            await foreach (var answer in request.Answers.ReadAllAsync(stop).ConfigureAwait(false))
                yield return new BatchAnswer(answer.Prompt, tokenizer.Decode(answer.Tokens), answer.Ended, tokens[answer.Prompt].Count, answer.Tokens.Count);
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
        }
    }

    private IReadOnlyList<int> Fitting(IReadOnlyList<int> tokens, int answer) => tokens.Count + answer <= maxTokens
        ? tokens
        : throw new ModelException($"a prompt of {tokens.Count} tokens and its answer of up to {answer} do not fit in the {maxTokens} of Inference:MaxTokens; set that higher or give a shorter text");
}
