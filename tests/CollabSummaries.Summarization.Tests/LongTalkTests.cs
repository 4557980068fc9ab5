using CollabSummaries.Summarization.Tests.Writing;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Tests;

/// <summary>A talk of three hours: 27,000 words in cues of four seconds, its subject changing every ten minutes.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class LongTalkTests
{
    private const int Seed = 20_261_123, Hours = 3, CueMs = 4_000, Cues = Hours * 3_600_000 / CueMs, CuesPerSubject = 600_000 / CueMs;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_section_of_three_hours_gets_bullets_in_bounded_memory()
    {
        var talk = Talk();
        var quotes = new Summarizer(null, null, TimeProvider.System);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var parts = await quotes.SummarizeAsync(Talks.Request(talk), Stop).OfType<PartFinished>().ToListAsync(Stop);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {parts.Count} parts, {parts.Sum(p => p.Bullets.Count)} bullets, {grown / 1024} KiB kept");
        Assert.InRange(parts.Count, 18, 40);
        Assert.Equal(Enumerable.Range(0, parts.Count), parts.Select(p => p.Part));
        Covered(parts);
        Assert.InRange(grown, long.MinValue, 16L << 20);
    }

    [Fact]
    public async Task A_killed_summary_of_three_hours_goes_on_at_its_section_through_a_model()
    {
        var talk = Talk();
        await using var writers = await Writers.StartAsync((passage, _) => passage.Split('.')[0] + '.', (_, _) => "YES", Stop);
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var finished = new Dictionary<int, IReadOnlyList<Bullet>>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var part in writers.Summarizer.SummarizeAsync(Talks.Request(talk), kill.Token).OfType<PartFinished>())
            {
                finished[part.Part] = part.Bullets;
                if (finished.Count == 5)
                    await kill.CancelAsync();
            }
        });

        var rest = await writers.Summarizer.SummarizeAsync(Talks.Request(talk) with { Finished = finished }, Stop).OfType<PartFinished>().ToListAsync(Stop);

        Assert.Equal(5, rest[0].Part);
        Covered([.. finished.Select(p => new PartFinished(p.Key, p.Value)), .. rest]);
        Assert.Contains(rest.SelectMany(p => p.Bullets), b => b.Kind == BulletKind.Written);
    }

    [Fact]
    public async Task The_overview_of_a_larger_model_stands_in_its_sections_in_the_same_words()
    {
        await using var writers = await Writers.StartAsync((passage, _) => passage.Split('.')[0] + '.', (_, _) => "YES", Stop);

        var parts = await writers.Summarizer.SummarizeAsync(Talks.Request(Talk()) with { Outlined = true }, Stop).OfType<PartFinished>().ToListAsync(Stop);

        Assert.InRange(parts[0].Bullets.Count, 3, 5);
        Assert.All(parts[0].Bullets, b => Assert.Equal("In short", b.Section));
        var later = parts.Skip(1).SelectMany(p => p.Bullets).Select(b => b.Text).ToList();
        Assert.All(parts[0].Bullets, b => Assert.Single(later, b.Text));
    }

    /// <summary>Each ten minutes have a subject of their own; none may be without a bullet.</summary>
    private static void Covered(List<PartFinished> parts)
    {
        var subjects = parts.SelectMany(p => p.Bullets).SelectMany(b => b.Evidence).Select(e => e.Segment / CuesPerSubject).ToHashSet();

        Assert.Equal(Enumerable.Range(0, Cues / CuesPerSubject), subjects.Order());
        Assert.All(parts, p => Assert.NotEmpty(p.Bullets));
    }

    private static List<Segment> Talk()
    {
        var random = new Random(Seed);
        var subjects = Enumerable.Range(0, Cues / CuesPerSubject).Select(_ => Enumerable.Range(0, 40).Select(_ => Word(random)).ToArray()).ToList();
        return [.. Enumerable.Range(0, Cues).Select(k => new Segment($"s{k}", k * CueMs, (k + 1) * CueMs, k / 30 % 2 == 0 ? "Ada" : "Grace", Sentence(random, subjects[k / CuesPerSubject]), k + 1, k + 1))];
    }

    private static string Sentence(Random random, string[] words)
    {
        string[] small = ["the", "of", "with", "every", "under", "after", "and", "into"];
        var said = Enumerable.Range(0, random.Next(9, 14)).Select(k => k % 4 == 2 ? small[random.Next(small.Length)] : words[random.Next(words.Length)]).ToList();
        return char.ToUpperInvariant(said[0][0]) + string.Join(' ', said)[1..] + '.';
    }

    private static string Word(Random random)
    {
        const string Hard = "bcdfgklmnprst", Soft = "aeiou";
        return string.Concat(Enumerable.Range(0, random.Next(2, 5)).SelectMany(_ => new[] { Hard[random.Next(Hard.Length)], Soft[random.Next(Soft.Length)] }));
    }
}

/// <summary>Tests that measure the memory of the process: others would be measured with them.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
