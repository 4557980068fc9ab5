using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Inference;

/// <summary>One sentence a model wrote about one passage.</summary>
/// <param name="Prompt">Index of the passage given.</param>
/// <param name="Candidate">0 for the most probable words (greedy), above for sampled ones.</param>
/// <param name="MeanLogProbability">Mean natural logarithm of the tokens' probabilities.</param>
/// <param name="Ended">The sentence came to its own end.</param>
/// <param name="Tokens">Tokens written.</param>
public sealed record Draft(int Prompt, int Candidate, string Text, double MeanLogProbability, bool Ended, int Tokens);

/// <summary>
/// A loaded model that turns passages into sentences. Many passages go in at once, drafts come out as they are finished; callers on many threads share its slots.
/// </summary>
public sealed class BulletModel : IDisposable
{
    private const int MaxSentence = 50;
    private readonly Sampling _greedy, _sampled;
    private readonly AnswerLoop _loop;
    private readonly TextTokenizer _tokenizer;
    private readonly PromptFrame _frame;
    private readonly int _maxTokens;

    internal BulletModel(ModelFacts facts, CachedGraph graph, IReadOnlySet<int> stopIds, TextTokenizer tokenizer, PromptFrame frame, ChatTemplate template, bool giveWay, Speed speed)
    {
        (Facts, Speed, _tokenizer, _frame, _maxTokens) = (facts, speed, tokenizer, frame, graph.MaxTokens);
        // A sentence holds no special token; one that does not end it would vanish from its text unseen.
        var words = TokenMask.Except(Enumerable.Range(0, graph.Vocabulary).Where(id => tokenizer.Added.IsSpecial(id) && !stopIds.Contains(id)));
        (_greedy, _sampled) = (new Sampling(0, 1, 1, 3) { Allowed = words }, new Sampling(.8, .9, 50, 3) { Allowed = words });
        _loop = new AnswerLoop(graph, stopIds, frame.Head, giveWay);
        Client = new LocalChatClient(new LocalBatch(_loop, tokenizer, template, graph.MaxTokens, speed), facts.Name);
    }

    public ModelFacts Facts { get; }

    public string Name => Facts.Name;

    /// <summary>SHA-256 of the weights, in lower-case hex.</summary>
    public string Hash => Facts.Hash!;

    /// <summary>"cpu" or "cuda: name of the card".</summary>
    public string Device => Facts.Device;

    /// <summary>Why it is not the GPU; null when it is, or was not asked for.</summary>
    public string? DeviceNote => Facts.DeviceNote;

    /// <summary>Memory taken for keys and values, in bytes.</summary>
    public long CacheBytes => Facts.CacheBytes;

    /// <summary>How fast it writes.</summary>
    public Speed Speed { get; }

    /// <summary>The model as the interface other libraries speak; streamed, an answer arrives as it is written. It belongs to the model.</summary>
    public IChatClient Client { get; }

    /// <summary>Tokens of the whole prompt for a passage.</summary>
    public int CountTokens(string passage) => _frame.Head.Count + _tokenizer.Encode(passage, first: false).Count + _frame.Tail.Count;

    /// <summary>Whether a passage and a sentence on it fit in a slot; one that does not is never cut, it gets no drafts.</summary>
    public bool Fits(string passage) => CountTokens(passage) + MaxSentence <= _maxTokens;

    /// <summary>
    /// Writes a sentence on each passage, `candidates` times: the first greedy, the others sampled with seeds that come from the passage, so the same passage gives the same
    /// drafts. A passage that does not fit gives none. Drafts arrive in the order they are finished.
    /// </summary>
    public async IAsyncEnumerable<Draft> WriteAsync(IReadOnlyList<string> passages, int candidates, [EnumeratorCancellation] CancellationToken stop)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var busy = Speed.Begin();
        try
        {
            var prompts = passages.Select((passage, index) => (Index: index, Tokens: PromptFor(passage))).Where(p => p.Tokens.Count + MaxSentence <= _maxTokens).ToList();
            var request = _loop.Ask([.. prompts.Select(p => WithCandidates(p.Tokens, candidates))], MaxSentence, left.Token);
            await foreach (var answer in request.Answers.ReadAllAsync(stop).ConfigureAwait(false))
            {
                Speed.Add(answer.Tokens.Count);
                var text = _tokenizer.Decode(answer.Tokens).Trim();
                yield return new Draft(prompts[answer.Prompt].Index, answer.Candidate, text, answer.MeanLogProbability, answer.Ended, answer.Tokens.Count);
            }
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _loop.Dispose();
    }

    internal IReadOnlyList<int> PromptFor(string passage) => [.. _frame.Head, .. _tokenizer.Encode(passage, first: false), .. _frame.Tail];

    private Prompt WithCandidates(IReadOnlyList<int> tokens, int count) =>
        new(tokens, [.. Enumerable.Range(0, count).Select(k => (k == 0 ? _greedy : _sampled, RandomStream.Seed(tokens, k)))]);
}
