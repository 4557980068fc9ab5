using System.Buffers;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Reading;

/// <summary>
/// Speech made readable for prompts and quotes: without fillers, stutters and marks of sounds. Nothing is added and no word changed, so what is left was said.
/// </summary>
internal static partial class Cleaning
{
    private static readonly HashSet<string> s_fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "um", "umm", "uh", "uhh", "uhm", "hmm", "hm", "mm", "mmm", "mm-hmm", "mhm", "uh-huh", "er", "erm", "ah", "eh",
    };

    private static readonly HashSet<string> s_shortWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "i", "an", "as", "at", "am", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "oh", "ok", "on", "or", "so", "to", "up", "us", "we", "tv", "pc", "ai", "vs", "x", "y", "z", "n", "k",
    };

    private static readonly SearchValues<char> s_decoration = SearchValues.Create("-–—,.;:!?…·•♪*_#>~|");

    public static string Clean(string raw)
    {
        var words = Marks().Replace(Tags().Replace(raw, " "), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveAll(w => !w.AsSpan().ContainsAnyExcept(s_decoration));
        Fillers(words);
        for (var size = 5; size > 0; size--)
            Repeats(words, size);
        FalseStarts(words);
        return Commas().Replace(Asides().Replace(string.Join(' ', words), ","), ",").Trim(' ', ',', ';', '-', '–', '—');
    }

    private static void Fillers(List<string> words)
    {
        for (var k = words.Count - 1; k >= 0; k--)
        {
            if (!s_fillers.Contains(Bare(words[k])))
                continue;
            if (k > 0 && words[k][^1] is '.' or '?' or '!' && char.IsLetterOrDigit(words[k - 1 < 0 ? 0 : k - 1][^1]))
                words[k - 1] += words[k][^1];
            words.RemoveAt(k);
        }
    }

    /// <summary>"we were we were frustrated": the first of two equal runs goes. Numbers said twice stay: they may be meant.</summary>
    private static void Repeats(List<string> words, int size)
    {
        for (var k = words.Count - (2 * size); k >= 0; k--)
        {
            var same = true;
            for (var j = 0; same && j < size; j++)
                same = Bare(words[k + j]) is { Length: > 0 } word && word.Equals(Bare(words[k + size + j]), StringComparison.OrdinalIgnoreCase) && !EndsSentence(words[k + j]) && !Numbers.IsNumber(word);
            if (!same)
                continue;
            var opens = char.IsUpper(words[k][0]);
            words.RemoveRange(k, size);
            var next = words[k];
            if (opens)
                words[k] = char.ToUpperInvariant(next[0]) + next[1..];
            k = Math.Min(k, words.Count - (2 * size) + 1);
        }
    }

    /// <summary>"th the": a letter or two of the word that follows.</summary>
    private static void FalseStarts(List<string> words)
    {
        for (var k = words.Count - 2; k >= 0; k--)
        {
            var start = Bare(words[k]);
            var isStart = start.Length is 1 or 2 && start.All(char.IsLower) && !s_shortWords.Contains(start) && words[k + 1].Length > start.Length
                && words[k + 1].StartsWith(start, StringComparison.OrdinalIgnoreCase) && !EndsSentence(words[k]);
            if (isStart)
                words.RemoveAt(k);
        }
    }

    private static string Bare(string word) => word.Trim(',', '.', ';', ':', '-', '–', '—', '!', '?', '"', '“', '”');

    private static bool EndsSentence(string word) => word[^1] is '.' or '!' or '?' or '…';

    [GeneratedRegex(@"\{[^{}]{0,80}\}|\[(?:[^\[\]]{0,30}\b(?:music|applause|laugh\w*|inaudible|crosstalk|silence|noise|cough\w*|sigh\w*|unintelligible|indiscernible|foreign|cheer\w*|pause)\b[^\[\]]{0,30}|[\d:., >–-]*|[_?\s]*)\]|\((?:[^()]{0,20}\b(?:music|applause|laugh\w*|inaudible|crosstalk|cough\w*|sigh\w*|unintelligible|cheer\w*)\b[^()]{0,20})\)|>{2,}|[♪♫]", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    /// <summary>Tags, characters that steer a terminal or the direction of writing, and halves of characters.</summary>
    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,200}>|<\|[^<>|]{0,40}\|>|[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Tags();

    [GeneratedRegex(@", (?:you know|I mean|I guess|sort of|kind of),(?= )", RegexOptions.IgnoreCase)]
    private static partial Regex Asides();

    [GeneratedRegex(@"\s*,(?:\s*,)+")]
    private static partial Regex Commas();
}
