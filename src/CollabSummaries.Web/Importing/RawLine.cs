using System.Text;

namespace CollabSummaries.Web.Importing;

/// <summary>A line of the raw file as shown beside what was read from it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Cut at <see cref="Longest"/> characters.</param>
/// <param name="IsMarked">Something odd was read here.</param>
/// <param name="FollowsGap">Lines before it are not shown.</param>
public sealed record RawLine(int Number, string Text, bool IsMarked, bool FollowsGap)
{
    private const int Longest = 400;
    private const int FirstLines = 60;
    private const int MarkedShown = 20;
    private const int Context = 2;

    /// <summary>The first lines of a file and those around the marked ones.</summary>
    public static IReadOnlyList<RawLine> Around(ReadOnlyMemory<byte> raw, string encoding, IReadOnlyList<int> marked)
    {
        var shown = new HashSet<int>(Enumerable.Range(1, FirstLines));
        foreach (var line in marked.Take(MarkedShown))
            shown.UnionWith(Enumerable.Range(line - Context, (2 * Context) + 1));

        var marks = marked.ToHashSet();
        var last = shown.Max();
        var lines = new List<RawLine>();
        var number = 0;
        foreach (var line in Decoded(raw, encoding).EnumerateLines())
        {
            number++;
            if (number > last)
                break;
            if (shown.Contains(number))
                lines.Add(new RawLine(number, Cut(line), marks.Contains(number), lines.Count > 0 && lines[^1].Number < number - 1));
        }

        return lines;
    }

    private static ReadOnlySpan<char> Decoded(ReadOnlyMemory<byte> raw, string name)
    {
        using var reader = new StreamReader(new MemoryStream(raw.ToArray(), writable: false), EncodingNamed(name), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding EncodingNamed(string name) => name.ToLowerInvariant() switch
    {
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "windows-1252" or "iso-8859-1" or "latin-1" => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1,
        _ => Encoding.UTF8,
    };

    private static string Cut(ReadOnlySpan<char> line) => line.Length <= Longest ? line.ToString() : string.Concat(line[..Longest], "…");
}
