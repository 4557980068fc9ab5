namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>An answer being written in one row.</summary>
internal sealed class Slot(AnswerRequest request, int prompt, int candidate, Sampling sampling, ulong seed, int filled)
{
    private readonly List<int> _tokens = [];
    private readonly AnswerText? _text = request.Output is { } output ? new AnswerText(output) : null;
    private RandomStream _random = new(seed);
    private double _logProbability;
    private bool _atStopId;

    public AnswerRequest Request => request;

    /// <summary>Tokens the row holds.</summary>
    public int Filled { get; private set; } = filled;

    /// <summary>The token to be read next.</summary>
    public int Next => _tokens[^1];

    /// <summary>Draws a token from the logits after the last one.</summary>
    /// <returns>False when the answer is complete.</returns>
    public bool Draw(Span<float> logits, Sampler sampler, IReadOnlySet<int> stopIds, int maxTokens)
    {
        var (token, logProbability) = sampler.Next(logits, _tokens, sampling, ref _random);
        _logProbability += logProbability;
        _atStopId = stopIds.Contains(token);
        if (_atStopId)
            return false;
        _tokens.Add(token);
        if (_text is not null)
            request.Say(prompt, candidate, _text.Add(token));
        return _text?.StopText is null && _tokens.Count < request.MaxAnswer && Filled < maxTokens;
    }

    /// <summary>The token drawn last was read into the row.</summary>
    public void Advance() => Filled++;

    public void Give()
    {
        var rest = _text?.End() ?? "";
        var mean = _logProbability / (_tokens.Count + (_atStopId ? 1 : 0));
        request.Give(new Answer(prompt, candidate, _tokens, mean, _atStopId || _text?.StopText is not null) { Text = _text?.Text, StopText = _text?.StopText }, rest);
    }
}
