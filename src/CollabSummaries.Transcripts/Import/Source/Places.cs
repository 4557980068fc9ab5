namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>Finds the characters of segments in the lines they came from, from the last segment to the first: what stands before the words of a line (times, names, numbers) is never taken for them.</summary>
/// <remarks>A place is only given where the words really stand, so it never lies; it looks at each letter a bounded number of times.</remarks>
internal sealed class Places(RawText source)
{
    /// <summary>Letters looked at in all, as a multiple of the file's: a file that is not what it seems must not cost more.</summary>
    private const long MostLooks = 40;

    /// <summary>Ways to read the file, most likely first: markup taken out, references alone decoded, as it stands.</summary>
    private readonly Lazy<Letters>[] _readings = source.Text.AsSpan().ContainsAny('<', '&')
        ? [new(() => Letters.Of(source.Text, true, true)), new(() => Letters.Of(source.Text, false, true)), new(() => Letters.Of(source.Text, false, false))]
        : [new(() => Letters.Of(source.Text, false, false))];

    private long _looks;

    /// <param name="lines">First and last line of each segment, from 1; the characters where a reader knows them.</param>
    /// <param name="texts">The words of each.</param>
    public SourceChars?[] Of(IReadOnlyList<(int First, int Last, SourceChars? Chars)> lines, IReadOnlyList<string> texts)
    {
        var places = new SourceChars?[lines.Count];
        if (source.Text.Length == 0) return places;
        for (var n = lines.Count - 1; n >= 0; n--)
        {
            if (lines[n].Chars is { } known)
            {
                places[n] = known;
                continue;
            }

            var (from, to) = (source.Starts[lines[n].First - 1], EndOf(lines[n].Last));
            var before = n + 1 < lines.Count && lines[n + 1].First <= lines[n].Last && places[n + 1] is { } next && next.Start > from && next.Start < to ? next.Start : to;
            places[n] = Find(texts[n], from, before) ?? (before < to ? Find(texts[n], from, to) : null);
        }

        return places;
    }

    private int EndOf(int line) => source.Starts[line - 1] + source.Lines[line - 1].Length;

    private SourceChars? Find(string text, int from, int to)
    {
        if (to <= from) return null;
        var letters = Letters.Of(text);
        if (letters.Length == 0)
        {
            var at = source.Text.LastIndexOf(text, to - 1, to - from, StringComparison.Ordinal);
            return at < 0 ? null : new SourceChars(at, at + text.Length);
        }

        foreach (var reading in _readings)
        {
            if (Whole(reading.Value, letters, text, from, to) is { } whole) return whole;
        }

        return WordByWord(_readings[0].Value, text, from, to);
    }

    /// <summary>The words as one stretch, perhaps with marks among them; the last such stretch.</summary>
    private SourceChars? Whole(Letters map, string letters, string text, int from, int to)
    {
        var (first, end) = (map.From(from), map.From(to));
        var found = Look(end - first) ? map.Text.AsSpan(first, end - first).LastIndexOf(letters, StringComparison.Ordinal) : -1;
        return found < 0 ? null : WithMarks(new SourceChars(map.At[first + found], map.Ends[first + found + letters.Length - 1]), text, from, to);
    }

    /// <summary>Words with other things between them, as the address of a link: each word is the last one before the word after it.</summary>
    private SourceChars? WordByWord(Letters map, string text, int from, int to)
    {
        var (first, end) = (map.From(from), map.From(to));
        int? last = null;
        foreach (var word in text.Split(' ').Reverse())
        {
            var letters = Letters.Of(word);
            if (letters.Length == 0) continue;
            var found = end > first && Look(end - first) ? map.Text.AsSpan(first, end - first).LastIndexOf(letters, StringComparison.Ordinal) : -1;
            if (found < 0) return null;
            last ??= map.Ends[first + found + letters.Length - 1];
            end = first + found;
        }

        return last is { } stop ? WithMarks(new SourceChars(map.At[end], stop), text, from, to) : null;
    }

    /// <summary>The marks at both ends of the words, where they stand in the file as they do in the segment.</summary>
    private SourceChars WithMarks(SourceChars place, string text, int from, int to)
    {
        var (start, end) = place;
        var before = text.AsSpan()[..text.AsSpan().IndexOf(FirstLetter(text))];
        for (var i = before.Length - 1; i >= 0 && start > from && source.Text[start - 1] == before[i]; i--) start--;
        var after = text.Length;
        while (after > 0 && !char.IsLetterOrDigit(text[after - 1]) && !char.IsSurrogate(text[after - 1])) after--;
        for (; after < text.Length && end < to && source.Text[end] == text[after]; after++) end++;
        return new SourceChars(start, end);
    }

    private static char FirstLetter(string text) => text.First(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c));

    private bool Look(int letters) => (_looks += letters) <= MostLooks * (source.Text.Length + 4096L);
}
