using System.IO.Compression;
using System.Text.Json;

namespace CollabSummaries.Editing.Tests.Traces;

/// <summary>The keystrokes of a real document.</summary>
internal sealed record Trace(string Start, string End, IReadOnlyList<IReadOnlyList<(int At, int Deleted, string Inserted)>> Transactions)
{
    public static Trace Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "editing-traces", name));
        using var json = JsonDocument.Parse(new GZipStream(file, CompressionMode.Decompress));
        var transactions =
            from transaction in json.RootElement.GetProperty("txns").EnumerateArray()
            select (IReadOnlyList<(int, int, string)>)
                [.. transaction.GetProperty("patches").EnumerateArray().Select(patch => (patch[0].GetInt32(), patch[1].GetInt32(), patch[2].GetString()!))];
        return new Trace(
            json.RootElement.GetProperty("startContent").GetString()!, json.RootElement.GetProperty("endContent").GetString()!, [.. transactions]);
    }

    /// <summary>One transaction as one change of a text; positions are code points, the patches follow one another.</summary>
    public static ChangeSet Change(string text, IReadOnlyList<(int At, int Deleted, string Inserted)> patches)
    {
        var changes = ChangeSet.Empty(text.Length);
        foreach (var (at, deleted, inserted) in patches)
        {
            var from = Units(text, 0, at);
            var patch = ChangeSet.Replace(text.Length, from, Units(text, from, deleted), inserted);
            if (patches.Count == 1) return patch;
            (changes, text) = (changes.Compose(patch), patch.Apply(text));
        }
        return changes;
    }

    private static int Units(string text, int from, int points)
    {
        if (!text.AsSpan(from, points).ContainsAnyInRange('\uD800', '\uDFFF')) return from + points;
        foreach (var rune in text.AsSpan(from).EnumerateRunes())
        {
            if (points-- == 0) break;
            from += rune.Utf16SequenceLength;
        }
        return from;
    }
}
