using System.Text;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Unicode;

/// <summary>
/// The Unicode normal forms (UAX 15) by own tables: this program runs without a system's culture library, and there .NET's Normalize gives every text back as it is.
/// </summary>
internal static class NormalForm
{
    public static string C(string text) => text.All(c => c < 0x300) ? text : Compose(Decompose(text, NormalizationTables.Canonical));

    public static string D(string text) => Join(Decompose(text, NormalizationTables.Canonical));

    public static string KC(string text) => Compose(Decompose(text, NormalizationTables.Compatible));

    public static string KD(string text) => Join(Decompose(text, NormalizationTables.Compatible));

    /// <summary>Code points decomposed, marks that follow one another in the order of their classes.</summary>
    private static List<int> Decompose(string text, Dictionary<int, int[]> parts)
    {
        var all = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Hangul.IsSyllable(rune.Value))
                Hangul.Decompose(rune.Value, all);
            else if (parts.TryGetValue(rune.Value, out var several))
                all.AddRange(several);
            else
                all.Add(rune.Value);
        }

        for (var start = 0; start < all.Count; start++)
        {
            var end = start;
            while (end < all.Count && NormalizationTables.ClassOf(all[end]) > 0)
                end++;
            if (end - start < 2)
                continue;
            var ordered = all.GetRange(start, end - start).OrderBy(NormalizationTables.ClassOf).ToList(); // OrderBy is stable, as the rule asks.
            for (var k = 0; k < ordered.Count; k++)
                all[start + k] = ordered[k];
            start = end;
        }

        return all;
    }

    /// <summary>Marks join the starter before them unless a mark of the same or a higher class stands between.</summary>
    private static string Compose(List<int> points)
    {
        var made = new List<int>(points.Count);
        int starter = -1, before = 0;
        foreach (var point in points)
        {
            var rank = NormalizationTables.ClassOf(point);
            var adjacent = starter == made.Count - 1;
            if (starter >= 0 && (adjacent || before < rank) && Pair(made[starter], point) is { } composite)
            {
                made[starter] = composite;
                continue;
            }

            if (rank == 0)
                starter = made.Count;
            before = rank;
            made.Add(point);
        }

        return Join(made);
    }

    private static int? Pair(int first, int second) =>
        Hangul.Compose(first, second) ?? (NormalizationTables.Pairs.TryGetValue((first, second), out var composite) ? composite : null);

    private static string Join(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        foreach (var point in points)
            text.Append(new Rune(point).ToString());
        return text.ToString();
    }
}
