using System.Text.Json;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Tests;

/// <summary>Real talks to summarize (sources and licences stand in the rows of Fixtures/talks.jsonl), and made-up ones.</summary>
internal static class Talks
{
    private static readonly JsonSerializerOptions s_names = new(JsonSerializerDefaults.Web);

    private sealed record Said(string? Speaker, string Text);

    private sealed record Row(string Id, Said[] Segments);

    /// <summary>The excerpt the project began with: unnamed speaker, cropped at both ends, hard-wrapped lines as segments.</summary>
    public static IReadOnlyList<Segment> Seed { get; } =
        Of([.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed-excerpt.txt")).Select(line => ((string?)null, line.Trim()))]);

    /// <summary>Two meetings of 330 and 490 words, and a lecture of 3,200.</summary>
    public static IReadOnlyList<Segment> Meeting { get; } = Read("qmsec-ami-ES2009a-05");

    /// <summary>Somebody in it says a sentence that can be told.</summary>
    public static IReadOnlyList<Segment> Telling { get; } = Read("qmsec-ami-IS1006b-05");

    public static IReadOnlyList<Segment> Lecture { get; } = Read("btc-shielded-csv-private-and-efficient-clien");

    public static IReadOnlyList<Segment> Of(params (string? Speaker, string Text)[] said) =>
        [.. said.Select((s, k) => new Segment($"s{k}", null, null, s.Speaker, s.Text, k + 1, k + 1))];

    public static SummaryRequest Request(IReadOnlyList<Segment> segments, int? bullets = null, bool quotesOnly = false) =>
        new(segments, [], bullets, quotesOnly, new Dictionary<int, IReadOnlyList<Bullet>>());

    private static IReadOnlyList<Segment> Read(string id) =>
        Of([.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "talks.jsonl")).Select(l => JsonSerializer.Deserialize<Row>(l, s_names)!).First(r => r.Id == id).Segments.Select(s => (s.Speaker, s.Text))]);
}
