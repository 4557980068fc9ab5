using System.Globalization;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Checking;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>
/// Titles for sections of a talk without chapters: two or three words the section says again and again, as a thing ("the remote control"), and says more than the rest of the
/// talk. Where nothing is sure the title is a number and the time.
/// </summary>
internal static partial class SectionTitles
{
    private const int LeastSaid = 3, LeastAsThing = 2, MostWords = 3;
    private const double LeastShare = .4;
    private static readonly HashSet<string> s_generic = Term.Of(
        "little bit way ways lot kind time times people person guys folks stuff whole point points different sense number good great nice big small new old next last first second other same able sure right left today yesterday tomorrow week year years day days minute minutes part parts case example question questions talk talking look looking feel want need make made mean better best many much").ToHashSet(StringComparer.Ordinal);

    private sealed class Phrase
    {
        public int Said, AsThing;

        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);
    }

    /// <param name="startMs">When a segment begins, if known.</param>
    public static List<Section> Of(IReadOnlyList<Unit> units, IReadOnlyList<Section> sections, Func<int, long?> startMs)
    {
        var phrases = sections.Select(s => Phrases(units, s)).ToList();
        var total = phrases.SelectMany(p => p).GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(p => p.Value.Said), StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var titled = new List<Section>();
        for (var k = 0; k < sections.Count; k++)
        {
            var best = phrases[k].Where(p => p.Value is { Said: >= LeastSaid, AsThing: >= LeastAsThing } && p.Value.Said >= LeastShare * total[p.Key] && !taken.Contains(p.Key))
                .OrderByDescending(p => p.Value.Said * (1 + p.Key.Count(c => c == ' '))).ThenBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault();
            if (best.Key is not null)
                taken.Add(best.Key);
            titled.Add(sections[k] with { Title = best.Key is null ? Numbered(k, startMs(units[sections[k].First].Segments[0].Segment)) : Shown(best.Value) });
        }

        return titled;
    }

    private static string Numbered(int index, long? ms) => ms is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"Part {index + 1}, from {TimeSpan.FromMilliseconds(start):h\\:mm\\:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"Part {index + 1}");

    private static string Shown(Phrase phrase)
    {
        var form = phrase.Forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key;
        return char.ToUpperInvariant(form[0]) + form[1..];
    }

    private static Dictionary<string, Phrase> Phrases(IReadOnlyList<Unit> units, Section section)
    {
        var found = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        for (var u = section.First; u <= section.Last; u++)
        {
            foreach (Match run in Runs().Matches(units[u].Text))
            {
                var words = run.Value.Split(' ');
                for (var first = 0; first < words.Length; first++)
                {
                    for (var count = 2; count <= MostWords && first + count <= words.Length; count++)
                        Count(found, words.AsSpan(first, count), first > 0 && Determiner().IsMatch(words[first - 1]));
                }
            }
        }

        return found;
    }

    private static void Count(Dictionary<string, Phrase> found, ReadOnlySpan<string> words, bool asThing)
    {
        var stems = new List<string>();
        foreach (var word in words)
        {
            if (word.Length < 3 || Term.Of(word) is not [var stem] || Term.IsCommonStem(stem) || s_generic.Contains(stem) || Meaning.Turns(stem) || !word.All(char.IsLetter))
                return;
            stems.Add(stem);
        }

        if (Verbal().IsMatch(words[^1]) || words[0].EndsWith("ly", StringComparison.OrdinalIgnoreCase) || stems.Distinct().Count() < stems.Count)
            return;
        var key = string.Join(' ', stems);
        if (!found.TryGetValue(key, out var phrase))
            found[key] = phrase = new Phrase();
        phrase.Said++;
        phrase.AsThing += asThing ? 1 : 0;
        var form = string.Join(' ', words!);
        phrase.Forms[form] = phrase.Forms.GetValueOrDefault(form) + 1;
    }

    /// <summary>Words with nothing but spaces between them.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]+)+")]
    private static partial Regex Runs();

    [GeneratedRegex("^(?:the|a|an|this|our|your|my|their|its|of|for|with|these)$", RegexOptions.IgnoreCase)]
    private static partial Regex Determiner();

    [GeneratedRegex("(?:ing|ed|ly)$", RegexOptions.IgnoreCase)]
    private static partial Regex Verbal();
}
