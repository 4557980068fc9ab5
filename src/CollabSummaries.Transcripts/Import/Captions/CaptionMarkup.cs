using System.Text;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>Takes the known markup of subtitles out of a line: `&lt;i&gt;`, `&lt;font …&gt;`, `{\an8}`, character references. Anything else is text.</summary>
internal static class CaptionMarkup
{
    private const int LongestTag = 300;

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase) { "i", "b", "u", "s", "em", "strong", "font", "span", "c", "br", "ruby", "rt", "lang", "v", "p", "div" };

    public static string Plain(string line)
    {
        if (line.AsSpan().IndexOfAny('<', '{', '&') < 0) return line;
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var length = line[i] switch
            {
                '<' => TagLength(line.AsSpan(i)),
                '{' => OverrideLength(line.AsSpan(i)),
                _ => 0,
            };
            if (length == 0) plain.Append(line[i]);
            else if (line.AsSpan(i).StartsWith("<br", StringComparison.OrdinalIgnoreCase)) plain.Append(' ');
            i += Math.Max(0, length - 1);
        }

        return Entities.Decode(plain.ToString());
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, LongestTag)].IndexOf('>');
        return close > 1 && IsTag(text[1..close]) ? close + 1 : 0;
    }

    /// <summary>Whether what stands between angle brackets is a tag of captions and not text.</summary>
    public static bool IsTag(ReadOnlySpan<char> inside)
    {
        var name = inside.TrimStart('/');
        var end = name.IndexOfAny(" ./\t\n");
        if (end >= 0) name = name[..end];
        return Tags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }

    /// <summary>`{\an8}` and `{y:i}`: override codes of ASS and MicroDVD.</summary>
    private static int OverrideLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || !(text[1] == '\\' || (text.Length > 3 && text[2] == ':' && char.ToLowerInvariant(text[1]) is 'y' or 'c' or 'f' or 's'))) return 0;
        return text[..Math.Min(text.Length, LongestTag)].IndexOf('}') + 1;
    }
}
