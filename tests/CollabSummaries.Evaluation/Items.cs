using System.Text.Json;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Evaluation;

internal sealed record ItemSegment(string? Speaker, string Text);

/// <summary>A talk with the summaries people wrote of it.</summary>
internal sealed record Item(string Id, string Unit, string Genre, string Transcript, IReadOnlyList<ItemSegment> Segments, IReadOnlyList<string> ReferenceSummaries)
{
    /// <summary>Where a talk comes from, the kind results are grouped by: "qmsec-ami", "crd3".</summary>
    public string Kind => Id.Split('-') is [var source, var corpus, ..] && source.StartsWith("qm", StringComparison.Ordinal) ? $"{source}-{corpus}" : Id.Split('-')[0];

    /// <summary>Who made the recordings: "ami", "crd3". Talks of one source are alike in more than their genre.</summary>
    public string Source => Id.Split('-') is ["qmsum" or "qmsec" or "chunk", var corpus, ..] ? corpus : Id.Split('-')[0];

    /// <summary>As the product reads it: a segment a turn, without times.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Segment> Turns => [.. Segments.Select((s, k) => new Segment($"s{k}", null, null, s.Speaker, s.Text, k + 1, k + 1))];
}

/// <summary>A summary of an item: bullets as texts, or as objects with a text (what `summarize --batch` writes).</summary>
internal sealed record SystemRow(string Id, IReadOnlyList<string> Bullets)
{
    public static SystemRow Of(JsonElement row) => new(row.GetProperty("id").GetString()!, [.. row.GetProperty("bullets").EnumerateArray().Select(Text).Where(t => t.Length > 0)]);

    private static string Text(JsonElement bullet) => (bullet.ValueKind == JsonValueKind.String ? bullet : bullet.GetProperty("text")).GetString()!.Trim();
}

/// <summary>A bullet that was read beside its passage.</summary>
/// <param name="MeanLogProbability">Of the model in its words, where it was kept; the labelled set has none.</param>
internal sealed record LabelledBullet(string Id, string Writing, string Passage, string Bullet, string Label, double MeanLogProbability = 0);

internal sealed record EvidenceRow(string Id, IReadOnlyList<SentenceEvidence> Evidence);

internal sealed record SentenceEvidence(string SummarySentence, IReadOnlyList<EvidencePlace> Evidence);

/// <param name="Type">CES: the sentence rests on it; PES: it touches it.</param>
internal sealed record EvidencePlace(string Type, int Segment);

internal static class Lines
{
    public static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Where the files of the evaluation lie beside the program.</summary>
    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Evaluation", name);

    public static List<T> Read<T>(string path) => [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<T>(l, Names)!)];

    public static List<SystemRow> Summaries(string path) => [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => SystemRow.Of(JsonSerializer.Deserialize<JsonElement>(l)))];
}
