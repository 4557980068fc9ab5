using CollabSummaries.Editing;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>Gives a turn's corrected words back to the segments it is made of, each as near to its own words as the edit allows.</summary>
internal static class TurnText
{
    /// <summary>Characters of a turn at most.</summary>
    public const int Longest = 20_000;

    /// <summary>One line of plain words.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Null when there are fewer words than segments: none of them may be empty, for evidence and times stand on them.</summary>
    public static IReadOnlyList<string>? Split(IReadOnlyList<string> segments, string corrected)
    {
        corrected = OneLine(corrected);
        var changes = TextDiff.Between(string.Join(' ', segments), corrected);
        var words = new List<List<string>>(segments.Count);
        var (at, from) = (0, 0);
        for (var i = 0; i < segments.Count; i++)
        {
            at += segments[i].Length + 1;
            var to = i == segments.Count - 1 ? corrected.Length : Math.Max(from, changes.MapPosition(at, 1));
            words.Add([.. corrected[from..to].Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            from = to;
        }

        return words.Sum(x => x.Count) < segments.Count ? null : [.. Filled(words).Select(x => string.Join(' ', x))];
    }

    /// <summary>A segment left without words takes one from its nearest neighbor that has some to spare, word by word along the way.</summary>
    private static List<List<string>> Filled(List<List<string>> words)
    {
        for (var empty = words.FindIndex(x => x.Count == 0); empty >= 0; empty = words.FindIndex(x => x.Count == 0))
        {
            var giver = Enumerable.Range(0, words.Count).Where(i => words[i].Count > 1).MinBy(i => Math.Abs(i - empty));
            for (var i = giver; i < empty; i++)
            {
                words[i + 1].Insert(0, words[i][^1]);
                words[i].RemoveAt(words[i].Count - 1);
            }

            for (var i = giver; i > empty; i--)
            {
                words[i - 1].Add(words[i][0]);
                words[i].RemoveAt(0);
            }
        }

        return words;
    }
}
