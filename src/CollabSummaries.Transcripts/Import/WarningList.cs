using System.Globalization;

namespace CollabSummaries.Transcripts.Import;

/// <summary>Warnings in the order of their lines, bounded by <see cref="ImportLimits.Warnings"/>.</summary>
internal sealed class WarningList(IEnumerable<ImportWarning> first)
{
    private readonly List<ImportWarning> _single = [.. first];
    private readonly Dictionary<string, (int Line, int More, List<int> Further)> _alike = new(StringComparer.Ordinal);
    private int _unlisted;
    private int _firstUnlisted;

    public void Add(int line, string message)
    {
        if (_single.Count < ImportLimits.Warnings) _single.Add(new ImportWarning(line, message));
        else if (_unlisted++ == 0) _firstUnlisted = line;
    }

    public void AddAlike(int line, string message) =>
        _alike[message] = _alike.TryGetValue(message, out var seen) ? (seen.Line, seen.More + 1, With(seen.Further, line)) : (line, 0, []);

    public IReadOnlyList<ImportWarning> ToList()
    {
        var all = _alike
            .Select(a => new ImportWarning(a.Value.Line, a.Value.More == 0 ? a.Key : $"{a.Key} ({Further(a.Value.More)})") { FurtherLines = a.Value.Further.Count == 0 ? [] : a.Value.Further })
            .Concat(_single)
            .OrderBy(w => w.Line)
            .ToList();
        if (_unlisted > 0) all.Add(new ImportWarning(_firstUnlisted, string.Create(CultureInfo.InvariantCulture, $"{_unlisted:N0} further warnings from here on are not listed")));
        return all;
    }

    private static List<int> With(List<int> lines, int line)
    {
        if (lines.Count < ImportLimits.Warnings && (lines.Count == 0 || lines[^1] != line)) lines.Add(line);
        return lines;
    }

    private static string Further(int count) =>
        count == 1 ? "the same on 1 further line" : string.Create(CultureInfo.InvariantCulture, $"the same on {count:N0} further lines");
}
