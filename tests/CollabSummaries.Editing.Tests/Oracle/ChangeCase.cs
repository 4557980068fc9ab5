using System.Text.Json;
using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Oracle;

/// <summary>A text, an edit of it, a concurrent one, and one made after the first.</summary>
public sealed record ChangeCase(string Text, TextEdit[] A, TextEdit[] B, TextEdit[] C)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private ChangeSet First => ChangeSet.Of(Text.Length, A);

    private ChangeSet Concurrent => ChangeSet.Of(Text.Length, B);

    private ChangeSet Next => ChangeSet.Of(First.NewLength, C);

    public static ChangeCase Random(Random random)
    {
        var text = random.Text(random.Next(20) == 0 ? 60 : 8);
        var a = random.Edits(text);
        return new ChangeCase(text, a, random.Edits(text), random.Edits(ChangeSet.Of(text.Length, a).Apply(text)));
    }

    public string Ask() => JsonSerializer.Serialize(
        new { kind = "change", doc = Text, a = First.ToJson(), b = Concurrent.ToJson(), c = Next.ToJson() }, Options);

    /// <summary>What the port says, in the shape of the oracle's answer.</summary>
    public ChangeAnswer Answer()
    {
        var (first, concurrent) = (First, Concurrent);
        var positions =
            from position in Enumerable.Range(0, Text.Length + 1)
            from assoc in new[] { -1, 1 }
            from mode in Enum.GetValues<MapMode>()
            select first.MapPosition(position, assoc, mode);
        return new ChangeAnswer(
            first.Apply(Text),
            first.Invert(Text).ToJson(),
            first.Map(concurrent).ToJson(),
            first.Map(concurrent, before: true).ToJson(),
            first.Compose(Next).Apply(Text),
            [.. positions]);
    }

    /// <summary>Cases a little smaller than this one, all valid.</summary>
    public IEnumerable<ChangeCase> Smaller()
    {
        for (var i = 0; i < C.Length; i++) yield return this with { C = Without(C, i) };
        for (var i = 0; i < B.Length; i++) yield return this with { B = Without(B, i) };
        if (C.Length > 0) yield break;
        for (var i = 0; i < A.Length; i++) yield return this with { A = Without(A, i) };
        for (var at = 0; at < Text.Length; at++)
            if (!char.IsSurrogate(Text[at])) yield return new ChangeCase(Text.Remove(at, 1), Shrink(A, at), Shrink(B, at), []);
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    private static TextEdit[] Without(TextEdit[] edits, int index) => [.. edits.Where((_, i) => i != index)];

    private static TextEdit[] Shrink(TextEdit[] edits, int at) =>
        [.. edits.Select(edit => new TextEdit(edit.From > at ? edit.From - 1 : edit.From, edit.To > at ? edit.To - 1 : edit.To, edit.Insert))];
}

/// <summary>Everything the oracle and the port are compared by.</summary>
public sealed record ChangeAnswer(string Apply, string Invert, string Map, string MapBefore, string Composed, int?[] Positions, string? Error = null)
{
    public bool Agrees(ChangeAnswer other) =>
        other.Error is null
        && (Apply, Invert, Map, MapBefore, Composed) == (other.Apply, other.Invert, other.Map, other.MapBefore, other.Composed)
        && Positions.AsSpan().SequenceEqual(other.Positions);
}
