using CollabSummaries.Summarization.Inference.Answering;

namespace CollabSummaries.Summarization.Tests.Inference;

public sealed class SamplerTests
{
    private const int Vocabulary = 5_003;
    private readonly Sampler _sampler = new();
    private readonly float[] _logits = MakeLogits(seed: 11);

    [Fact]
    public void The_probability_said_is_that_of_the_token_among_all()
    {
        var random = new RandomStream(1);

        var (token, logProbability) = _sampler.Next(_logits, [], Sampling.Greedy, ref random);

        Assert.Equal(_logits.Max(), _logits[token]);
        Assert.Equal(_logits[token] - Math.Log(_logits.Sum(x => Math.Exp(x))), logProbability, 1e-4);
    }

    [Fact]
    public void Logits_are_as_before_whatever_was_banned_or_favored()
    {
        var before = _logits.ToArray();
        var random = new RandomStream(2);
        var sampling = new Sampling(.8, .9, 50, 2) { Allowed = TokenMask.Except([1, 2, 3]), Copy = new CopyBias([2, 2, 7], 3) };

        for (var k = 0; k < 20; k++)
            _sampler.Next(_logits, [7, 2, 9, 7, 2, 7], sampling, ref random);

        Assert.Equal(before, _logits);
    }

    [Fact]
    public void Only_allowed_tokens_are_drawn()
    {
        var random = new RandomStream(3);
        var few = new HashSet<int> { 17, 4_000, 5_002 };
        var sampling = new Sampling(5, 1, 50, 0) { Allowed = TokenMask.Only(few, Vocabulary) };

        var drawn = Enumerable.Range(0, 300).Select(_ => _sampler.Next(_logits, [], sampling, ref random).Token).ToHashSet();

        Assert.Equal(few.Order(), drawn.Order());
        Assert.Throws<ArgumentException>(() => TokenMask.Only(new HashSet<int> { -1, Vocabulary }, Vocabulary));
    }

    [Fact]
    public void A_copy_bias_makes_tokens_of_the_source_more_probable_by_its_power_of_e()
    {
        var random = new RandomStream(4);
        int[] source = [40, 41];
        var plain = _sampler.Next(_logits, [], Sampling.Greedy with { Allowed = TokenMask.Only(new HashSet<int> { 40, 99 }, Vocabulary) }, ref random);
        var loser = plain.Token == 40 ? 99 : 40;
        var gap = _logits[plain.Token] - _logits[loser];

        var biased = _sampler.Next(_logits, [], Sampling.Greedy with { Allowed = TokenMask.Only(new HashSet<int> { 40, 99 }, Vocabulary), Copy = new CopyBias([loser, .. source.Where(t => t != plain.Token)], gap + 2) }, ref random);

        Assert.Equal(loser, biased.Token);
        Assert.Equal(-Math.Log(1 + Math.Exp(-2)), biased.LogProbability, 1e-4);
    }

    [Fact]
    public void No_run_of_so_many_tokens_occurs_twice()
    {
        var random = new RandomStream(5);
        var answer = new List<int>();

        for (var k = 0; k < 200; k++)
            answer.Add(_sampler.Next(_logits, answer, new Sampling(.7, 1, 4, 3), ref random).Token);

        var runs = Enumerable.Range(0, 198).Select(k => (answer[k], answer[k + 1], answer[k + 2])).ToList();
        Assert.Equal(runs.Count, runs.Distinct().Count());
    }

    /// <summary>Against sorting everything, with ties, so that skipping stretches of the vocabulary cannot miss or reorder a token.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, .9)]
    [InlineData(1_000, .97)]
    public void Draws_are_those_of_a_full_sort(int topK, double topP)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var logits = MakeLogits(seed).Select(x => MathF.Round(x * 4) / 4).ToArray();
            var (random, sorted) = (new RandomStream((ulong)seed), new RandomStream((ulong)seed));

            var (token, _) = _sampler.Next(logits, [], new Sampling(.8, topP, topK, 0), ref random);

            Assert.Equal(DrawSorted(logits, topK, topP, sorted.Next()), token);
        }
    }

    private static int DrawSorted(float[] logits, int topK, double topP, double mark)
    {
        var total = logits.Sum(x => Math.Exp(x / .8));
        var kept = new List<(int Token, double Share)>();
        foreach (var token in Enumerable.Range(0, logits.Length).OrderByDescending(t => logits[t]).ThenBy(t => t).Take(topK))
        {
            if (kept.Count > 0 && kept.Sum(k => k.Share) >= topP)
                break;
            kept.Add((token, Math.Exp(logits[token] / .8) / total));
        }

        mark *= kept.Sum(k => k.Share);
        return kept.SkipWhile(k => (mark -= k.Share) >= 0).Append(kept[^1]).First().Token;
    }

    private static float[] MakeLogits(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Vocabulary).Select(_ => (float)((random.NextDouble() + random.NextDouble() + random.NextDouble()) * 6))];
    }
}
