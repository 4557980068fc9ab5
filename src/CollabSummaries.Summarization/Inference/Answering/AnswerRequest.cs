using System.Threading.Channels;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>A prompt and how often it is to be answered, each time with its own sampling and seed.</summary>
internal sealed record Prompt(IReadOnlyList<int> Tokens, IReadOnlyList<(Sampling Sampling, ulong Seed)> Candidates);

/// <summary>An answer to one candidate of one prompt.</summary>
/// <param name="MeanLogProbability">Mean natural logarithm of the probability of the tokens, the stop token included.</param>
/// <param name="Ended">The model came to its own end, within the tokens allowed.</param>
internal sealed record Answer(int Prompt, int Candidate, IReadOnlyList<int> Tokens, double MeanLogProbability, bool Ended);

/// <summary>Prompts one caller wants answered. Candidates of one prompt are read once and written side by side.</summary>
internal sealed class AnswerRequest(IReadOnlyList<Prompt> prompts, int maxAnswer, CancellationToken stop)
{
    private readonly Channel<Answer> _answers = Channel.CreateUnbounded<Answer>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private int _open = prompts.Sum(p => p.Candidates.Count);
    private int _next;

    public int MaxAnswer => maxAnswer;

    public CancellationToken Stop => stop;

    public ChannelReader<Answer> Answers => _answers.Reader;

    /// <summary>The next prompt not yet read; null when all are.</summary>
    public (int Number, Prompt Prompt)? TakePrompt() => _next < prompts.Count ? (_next, prompts[_next++]) : null;

    public void Give(Answer answer)
    {
        _answers.Writer.TryWrite(answer);
        if (--_open == 0)
            _answers.Writer.TryComplete();
    }

    public void End(Exception? why) => _answers.Writer.TryComplete(why);
}
