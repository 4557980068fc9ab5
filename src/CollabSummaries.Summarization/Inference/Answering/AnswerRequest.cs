using System.Threading.Channels;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>A prompt and how often it is to be answered, each time with its own sampling and seed.</summary>
internal sealed record Prompt(IReadOnlyList<int> Tokens, IReadOnlyList<(Sampling Sampling, ulong Seed)> Candidates);

/// <summary>An answer to one candidate of one prompt.</summary>
/// <param name="MeanLogProbability">Mean natural logarithm of the probability of the tokens, the stop token included.</param>
/// <param name="Ended">The model came to its own end or to a stop text, within the tokens allowed.</param>
internal sealed record Answer(int Prompt, int Candidate, IReadOnlyList<int> Tokens, double MeanLogProbability, bool Ended)
{
    /// <summary>Cut before the stop text; null where only tokens were asked for.</summary>
    public string? Text { get; init; }

    /// <summary>The stop text it came to; its tokens are among `Tokens`.</summary>
    public string? StopText { get; init; }
}

/// <summary>Prompts one caller wants answered. Candidates of one prompt are read once and written side by side.</summary>
/// <param name="output">Null: only tokens are wanted.</param>
internal sealed class AnswerRequest(IReadOnlyList<Prompt> prompts, int maxAnswer, TextOutput? output, CancellationToken stop)
{
    private readonly Channel<Answer> _answers = Channel.CreateUnbounded<Answer>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly Channel<AnswerPiece>? _pieces = output is { Streamed: true } ? Channel.CreateUnbounded<AnswerPiece>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }) : null;
    private int _open = prompts.Sum(p => p.Candidates.Count);
    private int _next;

    public int MaxAnswer => maxAnswer;

    public TextOutput? Output => output;

    public CancellationToken Stop => stop;

    /// <summary>Answers as they are finished.</summary>
    public ChannelReader<Answer> Answers => _answers.Reader;

    /// <summary>Text as it is written, of all answers; the last piece of each brings the answer. Read these or `Answers`, no need for both.</summary>
    public ChannelReader<AnswerPiece> Pieces => _pieces?.Reader ?? throw new InvalidOperationException("Text was not asked to be streamed.");

    /// <summary>The next prompt not yet read; null when all are.</summary>
    public (int Number, Prompt Prompt)? TakePrompt() => _next < prompts.Count ? (_next, prompts[_next++]) : null;

    /// <summary>Text of an answer that goes on.</summary>
    public void Say(int prompt, int candidate, string text)
    {
        if (text.Length > 0)
            _pieces?.Writer.TryWrite(new AnswerPiece(prompt, candidate, text, null));
    }

    /// <param name="rest">Text not yet said.</param>
    public void Give(Answer answer, string rest)
    {
        _pieces?.Writer.TryWrite(new AnswerPiece(answer.Prompt, answer.Candidate, rest, answer));
        _answers.Writer.TryWrite(answer);
        if (--_open == 0)
            End(null);
    }

    public void End(Exception? why)
    {
        _answers.Writer.TryComplete(why);
        _pieces?.Writer.TryComplete(why);
    }
}
