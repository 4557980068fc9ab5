using System.Text.Json;
using CollabSummaries.Editing;

namespace CollabSummaries.Cli;

/// <summary>A recorded document in the form of github.com/josephg/editing-traces.</summary>
internal sealed record Trace(string StartContent, string EndContent, IReadOnlyList<TraceTransaction> Txns);

/// <param name="Patches">Position, count deleted, text inserted, in code points; each made to what the one before left.</param>
internal sealed record TraceTransaction(IReadOnlyList<JsonElement> Patches)
{
    public ChangeSet Change(string text)
    {
        var changes = ChangeSet.Empty(text.Length);
        foreach (var patch in Patches)
        {
            var (at, deleted, inserted) = Parts(patch);
            var from = Units(text, 0, at);
            var change = ChangeSet.Replace(text.Length, from, Units(text, from, deleted), inserted);
            if (Patches.Count == 1) return change;
            (changes, text) = (changes.Compose(change), change.Apply(text));
        }
        return changes;
    }

    private static (int At, int Deleted, string Inserted) Parts(JsonElement patch) =>
        patch.ValueKind == JsonValueKind.Array && patch.GetArrayLength() == 3
            && patch[0].TryGetInt32(out var at) && patch[1].TryGetInt32(out var deleted) && patch[2].GetString() is { } inserted
            ? (at, deleted, inserted)
            : throw new ArgumentException("a patch is not [position, deleted, inserted]");

    // As many code units as code points, unless a surrogate pair is among them.
    private static int Units(string text, int from, int points)
    {
        if (!text.AsSpan(from, Math.Min(points, text.Length - from)).ContainsAnyInRange('\uD800', '\uDFFF')) return from + points;
        foreach (var rune in text.AsSpan(from).EnumerateRunes())
        {
            if (points-- == 0) return from;
            from += rune.Utf16SequenceLength;
        }
        return points == 0 ? from : throw new ArgumentException("a patch lies outside the text");
    }
}

internal static class TraceJson
{
    public static JsonSerializerOptions Options { get; } =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}
