using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Web.Importing.Inspecting;

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
    public static IReadOnlyList<RawLine> Around(FileLines file, IReadOnlyList<int> marked)
    {
        var shown = new HashSet<int>(Enumerable.Range(1, FirstLines));
        foreach (var line in marked.Take(MarkedShown))
            shown.UnionWith(Enumerable.Range(line - Context, (2 * Context) + 1));

        var marks = marked.ToHashSet();
        var last = shown.Max();
        var lines = new List<RawLine>();
        for (var i = 0; i < file.Lines.Count && file.NumberAt(i) <= last; i++)
        {
            var number = file.NumberAt(i);
            if (shown.Contains(number))
                lines.Add(new RawLine(number, Cut(file.Lines[i]), marks.Contains(number), lines.Count > 0 && lines[^1].Number < number - 1));
        }

        return lines;
    }

    private static string Cut(string line) => line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
}
