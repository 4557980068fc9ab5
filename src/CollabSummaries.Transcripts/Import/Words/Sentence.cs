using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Words;

/// <summary>Where sentences end, by their marks alone.</summary>
internal static class Sentence
{
    private static readonly HashSet<string> Short = new(StringComparer.OrdinalIgnoreCase) { "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "no", "vol", "fig" };

    /// <summary>Whether a text ends with the end of a sentence, closing quotes and brackets aside.</summary>
    public static bool EndsIn(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && (Blank.Is(text[end - 1]) || IsCloser(text[end - 1]))) end--;
        if (end == 0) return false;
        if (text[end - 1] is '?' or '!' or '…' or '。' or '！' or '？' or '؟' or '।') return true;
        return text[end - 1] == '.' && !IsShort(text[..(end - 1)]);
    }

    /// <summary>Whether words go on at the start of a text as if its beginning were missing.</summary>
    public static bool StartsInside(string text)
    {
        return text.Length > 0 && (char.IsLower(text[0]) || text[0] is '.' or ',' or ';' or ':' or ')');
    }

    private static bool IsShort(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && !Blank.Is(before[start - 1])) start--;
        var word = before[start..].TrimStart("(\"'“‘[");
        return (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || Short.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool IsCloser(char c) => c is '"' or '\'' or ')' or ']' or '”' or '’' or '»' or '*' or '_';
}
