namespace CollabSummaries.Transcripts.Tests;

public sealed class TurnsTests(ITestOutputHelper output)
{
    [Fact]
    public void Cues_of_one_speaker_are_joined_until_twenty_seconds_and_a_sentence_end()
    {
        Segment[] cues = [.. Enumerable.Range(0, 12).Select(n => Cue(n * 4000, (n * 4000) + 4000, "Jane", n % 2 == 1 ? "ends here." : "and so on"))];

        var turns = Turns.Of(cues, []);

        Assert.Equal([new Turn(0, 5, "Jane", 0, 24_000), new Turn(6, 11, "Jane", 24_000, 48_000)], turns);
    }

    [Fact]
    public void A_turn_ends_where_the_speaker_or_the_chapter_changes()
    {
        Segment[] cues = [Cue(0, 1000, "Jane", "one"), Cue(1000, 2000, "Max", "two"), Cue(2000, 3000, "Max", "three"), Cue(3000, 4000, null, "four")];

        var turns = Turns.Of(cues, [new Chapter("Part", 2)]);

        Assert.Equal([0, 1, 2, 3], turns.Select(t => t.FirstSegment));
    }

    [Fact]
    public void Without_times_words_decide()
    {
        var ten = "one two three four five six seven eight nine ten.";
        Segment[] blocks = [.. Enumerable.Range(0, 13).Select(_ => Cue(null, null, null, ten))];

        var turns = Turns.Of(blocks, []);

        Assert.Equal([(0, 5), (6, 11), (12, 12)], turns.Select(t => (t.FirstSegment, t.LastSegment)));
        Assert.All(turns, t => Assert.Null(t.StartMs));
    }

    [Fact]
    public void Turns_hold_every_segment_once_and_grow_no_longer_than_a_minute_or_120_words()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        long at = 0;
        var segments = new List<Segment>();
        for (var n = 0; n < 2000; n++)
        {
            var start = at += random.Next(0, 5000);
            at += random.Next(200, 9000);
            var text = string.Join(' ', Enumerable.Repeat("word", random.Next(1, 40))) + (random.Next(3) == 0 ? "." : "");
            segments.Add(Cue(n < 1000 ? start : null, n < 1000 ? at : null, random.Next(10) == 0 ? "Max" : "Jane", text));
        }

        var turns = Turns.Of(segments, [new Chapter("a", 100), new Chapter("b", 1500)]);

        Assert.Equal(Enumerable.Range(0, 2000), turns.SelectMany(t => Enumerable.Range(t.FirstSegment, t.LastSegment - t.FirstSegment + 1)));
        foreach (var turn in turns.Where(t => t.LastSegment > t.FirstSegment))
        {
            var members = segments[turn.FirstSegment..(turn.LastSegment + 1)];
            Assert.All(members, m => Assert.Equal(turn.Speaker, m.Speaker));
            Assert.True(members.Sum(m => m.Text.Split(' ').Length) <= 120);
            Assert.True(turn.EndMs - turn.StartMs is not > 60_000);
        }
    }

    private static Segment Cue(long? start, long? end, string? speaker, string text) => new("s", start, end, speaker, text, 1, 1);
}
