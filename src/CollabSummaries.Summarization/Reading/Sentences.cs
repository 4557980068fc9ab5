using System.Buffers;

namespace CollabSummaries.Summarization.Reading;

/// <summary>A sentence or a piece of one: a range of a text, and whether it begins and ends where a sentence does.</summary>
internal readonly record struct SentenceRange(int Start, int End, bool Opens, bool Closes);

/// <summary>
/// Cuts a text where sentences end. Speech without punctuation is cut in pieces of about twenty words, where possible before a word that begins a clause. One pass; every
/// word is in exactly one range.
/// </summary>
internal static class Sentences
{
    private const int LongestSentence = 60, Piece = 20, Shorter = 6, Longer = 13, LongestWord = 60;
    private static readonly SearchValues<char> s_ends = SearchValues.Create(".!?…。！？");
    private static readonly HashSet<string> s_abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "no", "fig", "approx", "inc", "ltd", "jr", "sr", "dept", "gen", "rev", "u.s", "u.k", "a.m", "p.m", "cf", "al",
    };

    private static readonly HashSet<string> s_clauseOpeners = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "so", "but", "because", "then", "now", "okay", "well", "which", "if", "when", "while", "or", "however",
    };

    public static List<SentenceRange> Split(string text)
    {
        var ranges = new List<SentenceRange>();
        var start = 0;
        var opens = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith(">>"))
            {
                Add(ranges, text, start, at, opens, closes: EndsSentence(text, start, at));
                (start, opens) = (at, true);
                at++;
            }
            else if (s_ends.Contains(text[at]) && EndOfSentence(text, start, at) is { } end)
            {
                Add(ranges, text, start, end, opens, closes: true);
                (start, opens, at) = (end, true, end - 1);
            }
        }

        Add(ranges, text, start, text.Length, opens, closes: false);
        return ranges;
    }

    private static bool EndsSentence(string text, int start, int end)
    {
        var said = text.AsSpan(start, end - start).TrimEnd(" \t\r\n\"”’')");
        return said.Length > 0 && s_ends.Contains(said[^1]);
    }

    /// <returns>Where the sentence ends (past closing quotes), or null if it goes on behind the mark.</returns>
    private static int? EndOfSentence(string text, int start, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && (s_ends.Contains(text[end]) || "\"”’')]".Contains(text[end], StringComparison.Ordinal)))
            end++;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next >= text.Length || text[mark] is '。' or '！' or '？')
            return end;
        if (next == end || !(char.IsUpper(text[next]) || char.IsDigit(text[next]) || "\"“‘('[>-–—".Contains(text[next], StringComparison.Ordinal) || char.GetUnicodeCategory(text[next]) == System.Globalization.UnicodeCategory.OtherLetter))
            return null;
        return text[mark] == '.' && IsAbbreviation(text, start, mark) ? null : end;
    }

    private static bool IsAbbreviation(string text, int start, int mark)
    {
        var first = mark;
        while (first > start && !char.IsWhiteSpace(text[first - 1]) && text[first - 1] is not ('(' or '"' or '“'))
            first--;
        var word = text[first..mark];
        return (word.Length == 1 && char.IsUpper(word[0]) && word != "I") || s_abbreviations.Contains(word);
    }

    private static void Add(List<SentenceRange> ranges, string text, int start, int end, bool opens, bool closes)
    {
        var words = Words(text, start, end);
        if (words.Count == 0)
            return;
        if (words.Count <= LongestSentence)
        {
            ranges.Add(new SentenceRange(words[0].Start, words[^1].End, opens, closes));
            return;
        }

        for (int first = 0, next; first < words.Count; first = next)
        {
            next = words.Count - first <= Piece + Longer ? words.Count : Cut(text, words, first);
            ranges.Add(new SentenceRange(words[first].Start, words[next - 1].End, opens && first == 0, closes && next == words.Count));
        }
    }

    /// <summary>The word a new piece begins with: behind a comma or before a clause, as near to twenty words as can be.</summary>
    private static int Cut(string text, List<(int Start, int End)> words, int first)
    {
        var best = (Cost: int.MaxValue, Word: first + Piece);
        for (var word = first + Piece - Shorter; word <= first + Piece + Longer; word++)
        {
            var cost = Math.Abs(word - first - Piece) + (Is(word - 1) ? 18 : text[words[word - 1].End - 1] is ',' or ';' ? 0 : Is(word) ? 2 : 16);
            if (cost < best.Cost)
                best = (cost, word);
        }

        return best.Word;

        bool Is(int word) => s_clauseOpeners.Contains(text[words[word].Start..words[word].End]);
    }

    private static List<(int Start, int End)> Words(string text, int start, int end)
    {
        var words = new List<(int, int)>();
        for (var at = start; at < end; at++)
        {
            if (char.IsWhiteSpace(text[at]))
                continue;
            var first = at;
            while (at < end && !char.IsWhiteSpace(text[at]))
            {
                if (at - first >= LongestWord && !char.IsLowSurrogate(text[at]))
                {
                    words.Add((first, at));
                    first = at;
                }

                at++;
            }

            words.Add((first, at));
        }

        return words;
    }
}
