using System.Text.Json;
using System.Text.Json.Serialization;

namespace CollabSummaries.Workspace.Log;

/// <summary>A piece of a passage within one segment; see Evidence of the summarizer, whose shape it keeps.</summary>
/// <param name="Passage">Number of the passage, from 0, best first.</param>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Quote">Exactly that text.</param>
/// <param name="Was">The words the evidence was given for, where the transcript was corrected since: it is to be rechecked. Null: they still stand.</param>
public sealed record PassagePiece(int Passage, int Segment, int Start, int End, string Quote, string? Was = null);

/// <summary>Passages as kept: JSON with camelCase names.</summary>
public static class Passages
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string ToJson(IReadOnlyList<PassagePiece> pieces) => JsonSerializer.Serialize(pieces, Json);

    public static IReadOnlyList<PassagePiece> FromJson(string json) => JsonSerializer.Deserialize<List<PassagePiece>>(json, Json) ?? [];

    /// <summary>Whether words it rests on were corrected in the transcript since.</summary>
    public static bool IsCorrected(string json) => json.Contains("\"was\":", StringComparison.Ordinal) && FromJson(json).Any(x => x.Was is not null);
}
