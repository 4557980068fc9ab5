using System.Text.Json;

namespace CollabSummaries.Workspace.Log;

/// <summary>A piece of a passage within one segment; see Evidence of the summarizer, whose shape it keeps.</summary>
/// <param name="Passage">Number of the passage, from 0, best first.</param>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Quote">Exactly that text.</param>
public sealed record PassagePiece(int Passage, int Segment, int Start, int End, string Quote);

/// <summary>Passages as kept: JSON with camelCase names.</summary>
public static class Passages
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string ToJson(IReadOnlyList<PassagePiece> pieces) => JsonSerializer.Serialize(pieces, Json);

    public static IReadOnlyList<PassagePiece> FromJson(string json) => JsonSerializer.Deserialize<List<PassagePiece>>(json, Json) ?? [];
}
