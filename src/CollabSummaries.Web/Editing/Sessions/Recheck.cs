using System.Globalization;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>
/// Tells when a bullet's words moved away from those its evidence was given for. Words are letters and digits, case aside. It is so when fewer than
/// seven tenths of the words of both are shared (2 × shared ÷ all), or when a number came or went, or a word of denial did: those turn a sentence
/// around however little else changes.
/// </summary>
internal static class Recheck
{
    private const double LeastShared = 0.7;

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "no", "not", "never", "none", "nobody", "nothing", "without", "cannot" };

    /// <summary>Also due when the transcript was corrected where the evidence stands.</summary>
    public static bool IsDue(KeptEvidence row, string now) => IsDue(row.GivenFor, now) || Passages.IsCorrected(row.Passages);

    public static bool IsDue(string givenFor, string now)
    {
        if (givenFor == now)
            return false;
        var (was, his) = (Count(givenFor), Count(now));
        if (!Telling(was).SetEquals(Telling(his)))
            return true;
        var shared = was.Sum(x => Math.Min(x.Value, his.GetValueOrDefault(x.Key)));
        var all = was.Values.Sum() + his.Values.Sum();
        return all > 0 && 2.0 * shared / all < LeastShared;
    }

    private static HashSet<string> Telling(Dictionary<string, int> words) =>
        [.. words.Keys.Where(x => Denials.Contains(x) || x.EndsWith("n't", StringComparison.Ordinal) || x.Any(char.IsDigit))];

    private static Dictionary<string, int> Count(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && IsOfWord(text, start, at))
                at++;
            if (at == start)
                continue;
            var word = text[start..at].Replace('’', '\'').TrimEnd('\'', '.', ',').ToLower(CultureInfo.InvariantCulture);
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    // A point or comma belongs to the number it stands in: 3.5 and 35 are not the same.
    private static bool IsOfWord(string text, int start, int at) =>
        char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at])
        || (at > start && text[at] is ('\'' or '’'))
        || (at > start && text[at] is ('.' or ',') && char.IsDigit(text[at - 1]));
}
