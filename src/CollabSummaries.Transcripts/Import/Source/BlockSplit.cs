using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>Cuts a block that is too long to serve as evidence: at sentence ends where there are any, else at line ends, else between words.</summary>
internal static class BlockSplit
{
    /// <summary>A block of up to this many words stays whole: about two minutes of speech.</summary>
    public const int LongestWhole = 250;

    private const int TargetWords = 110;

    /// <summary>Parts of a block in order: text with the lines it stands on. No character of the block but the spaces at the cuts is left out.</summary>
    public static IEnumerable<(string Text, int FirstLine, int LastLine)> Parts(Block block)
    {
        var text = block.Text;
        var words = WordStarts(text);
        if (words.Count <= LongestWhole)
        {
            yield return (text, block.FirstLine, block.LastLine);
            yield break;
        }

        var lineStarts = block.Starts.Select(s => s.At).ToHashSet();
        var parts = (words.Count + TargetWords - 1) / TargetWords;
        int from = 0, word = 0;
        for (var part = 1; part <= parts; part++)
        {
            var wanted = (int)((long)words.Count * part / parts);
            var cut = part == parts ? words.Count : Cut(text, words, lineStarts, word, wanted);
            var to = cut == words.Count ? text.Length : words[cut];
            yield return (text[from..to].TrimEnd(), block.LineAt(from), block.LineAt(to - 1));
            (from, word) = (to, cut);
        }
    }

    /// <summary>The word to cut before: within a third of a part around the wanted one, sentence ends before line ends before mere spaces.</summary>
    private static int Cut(string text, List<int> words, HashSet<int> lineStarts, int first, int wanted)
    {
        var reach = TargetWords / 3;
        int? line = null;
        for (var off = 0; off <= reach; off++)
        {
            foreach (var at in (ReadOnlySpan<int>)[wanted - off, wanted + off])
            {
                if (at <= first || at >= words.Count) continue;
                if (Sentence.EndsIn(text.AsSpan(words[at - 1], words[at] - words[at - 1]))) return at;
                if (line is null && lineStarts.Contains(words[at])) line = at;
            }
        }

        return line ?? wanted;
    }

    private static List<int> WordStarts(string text)
    {
        var starts = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!Blank.Is(text[i]) && (i == 0 || Blank.Is(text[i - 1]) || i - starts[^1] >= LongestWord) && !(i > 0 && char.IsLowSurrogate(text[i]))) starts.Add(i);
        }

        return starts;
    }

    /// <summary>Scripts without spaces and hostile files: a run of this many characters is cut like a word.</summary>
    private const int LongestWord = 60;
}
