using System.Globalization;

namespace CollabSummaries.Transcripts.Languages;

/// <summary>Counts small words of each language; a word that several share counts for each by a part.</summary>
internal sealed class SmallWordCount
{
    private static readonly Dictionary<string, int[]> Languages = SmallWords.Table
        .SelectMany((row, n) => row.Words.Split(' ').Distinct().Select(w => (Word: w, Language: n)))
        .GroupBy(x => x.Word, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.Select(x => x.Language).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Languages.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly double[] _scores = new double[SmallWords.Table.Count];

    public int Total { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at])) continue;
            var start = at;
            while (at < text.Length && IsPart(text[at])) at++;
            Total++;
            if (!Lookup.TryGetValue(text[start..at], out var languages)) continue;
            foreach (var n in languages) _scores[n] += 1 / Math.Sqrt(languages.Length);
        }
    }

    /// <summary>The language with most small words, and the score of the next.</summary>
    public ((string Code, double Score) Best, double Next) BestTwo()
    {
        var order = Enumerable.Range(0, _scores.Length).OrderByDescending(n => _scores[n]).ToArray();
        return ((SmallWords.Table[order[0]].Code, _scores[order[0]]), _scores[order[1]]);
    }

    private static bool IsPart(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
