namespace CollabSummaries.Transcripts.Tests.Dialects;

/// <summary>What was really said: the one talk all dialects are rendered from.</summary>
internal sealed record Said(long StartMs, long EndMs, string Speaker, string Text)
{
    public string[] Words => Text.Split(' ');

    /// <summary>Words with times that fill the segment evenly.</summary>
    public IEnumerable<(string Word, long StartMs, long EndMs)> Timed()
    {
        var words = Words;
        var step = (EndMs - StartMs) / words.Length;
        return words.Select((w, i) => (w, StartMs + (i * step), i == words.Length - 1 ? EndMs : StartMs + ((i + 1) * step)));
    }
}

internal static class Truth
{
    private static readonly string[] Names = ["Jane Doe", "Max Roe", "Ann Lee"];
    private static readonly string[] Lexicon = ["we", "it's", "R&D", "10,000", "talk", "naïve", "no", "no", "the", "market", "3:16", "a<b", "\"so\"", "and", "über", "one-third", "50%", "words"];

    public static List<Said> Talk(Random random, int count)
    {
        var talk = new List<Said>();
        long at = random.Next(400, 5000);
        for (var n = 0; n < count; n++)
        {
            var words = Enumerable.Range(0, random.Next(4, 12)).Select(_ => Lexicon[random.Next(Lexicon.Length)]).ToArray();
            var length = words.Length * random.Next(250, 600);
            talk.Add(new Said(at, at + length, Names[n % 2 == 0 ? random.Next(3) : (random.Next(2) + 1)], $"Part {string.Join(' ', words)} {n}."));
            at += length + random.Next(20, 1500);
        }

        return talk;
    }
}
