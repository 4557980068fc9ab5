namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>How the next token is drawn.</summary>
/// <param name="Temperature">0: always the most probable token.</param>
/// <param name="TopP">Tokens are kept, most probable first, until they hold this share.</param>
/// <param name="TopK">At most so many tokens are kept.</param>
/// <param name="NoRepeat">No run of so many tokens occurs twice in an answer; 0: anything goes.</param>
internal sealed record Sampling(double Temperature, double TopP, int TopK, int NoRepeat)
{
    public static readonly Sampling Greedy = new(0, 1, 1, 0);

    /// <summary>Tokens an answer may be made of; null: all.</summary>
    public TokenMask? Allowed { get; init; }

    /// <summary>Tokens the answer should rather be made of, those of its source for example; null: none.</summary>
    public CopyBias? Copy { get; init; }
}

/// <summary>The tokens that are never drawn. Made once and shared by all answers.</summary>
internal sealed class TokenMask
{
    private readonly int[] _banned;

    private TokenMask(IEnumerable<int> banned) => _banned = [.. banned];

    public ReadOnlySpan<int> Banned => _banned;

    public static TokenMask Except(IEnumerable<int> banned) => new(banned.Distinct().Order());

    /// <exception cref="ArgumentException">No token is left.</exception>
    public static TokenMask Only(IReadOnlySet<int> allowed, int vocabulary) => allowed.Any(token => token >= 0 && token < vocabulary)
        ? new(Enumerable.Range(0, vocabulary).Where(token => !allowed.Contains(token)))
        : throw new ArgumentException("At least one token must be allowed.", nameof(allowed));
}

/// <summary>So much is added to the logit of each of these tokens: e to that power is how many times more probable it becomes.</summary>
internal sealed class CopyBias(IEnumerable<int> tokens, float amount)
{
    private readonly int[] _tokens = [.. tokens.Distinct()];

    public ReadOnlySpan<int> Tokens => _tokens;

    public float Amount => amount;
}
