using System.Globalization;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Unicode;

/// <summary>The tables of normalization.txt (see make-tables.mjs), read once when first needed.</summary>
internal static class NormalizationTables
{
    private static readonly ILookup<char, int[]> s_lines = Read();

    /// <summary>Code points with their whole canonical decomposition, Hangul left out.</summary>
    public static Dictionary<int, int[]> Canonical { get; } = s_lines['C'].ToDictionary(l => l[0], l => l[1..]);

    /// <summary>The same with compatibility decompositions, which take precedence.</summary>
    public static Dictionary<int, int[]> Compatible { get; } = new(Canonical.Concat(s_lines['K'].Select(l => KeyValuePair.Create(l[0], l[1..]))).GroupBy(p => p.Key).Select(g => g.Last()));

    public static Dictionary<(int First, int Second), int> Pairs { get; } = s_lines['P'].ToDictionary(l => (l[0], l[1]), l => l[2]);

    private static Dictionary<int, int> Classes { get; } = s_lines['M'].SelectMany(l => l[1..].Select(mark => (mark, l[0]))).ToDictionary(p => p.mark, p => p.Item2);

    /// <summary>Rank of a mark's combining class; 0 for all that keeps its place.</summary>
    public static int ClassOf(int point) => Classes.GetValueOrDefault(point);

    private static ILookup<char, int[]> Read()
    {
        using var stream = typeof(NormalizationTables).Assembly.GetManifestResourceStream("normalization.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .ToLookup(line => line[0], line => line[2..].Split(' ').Select(hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray());
    }
}
