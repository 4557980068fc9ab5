using System.Text;
using CollabSummaries.Transcripts.Import.Captions;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>The letters and digits of a file in order and where each stands: what is left when marks, blanks and line ends are not looked at.</summary>
/// <param name="Text">Letters and digits; a character reference counts as what it stands for.</param>
/// <param name="At">Place of each in the file's text.</param>
/// <param name="Ends">One after the place of each: a reference is longer than its letter.</param>
internal sealed record Letters(string Text, int[] At, int[] Ends)
{
    private const int LongestTag = 300;

    /// <param name="text">The file's text.</param>
    /// <param name="tags">Whether tags are markup; in plain text they are words like others.</param>
    /// <param name="references">Whether character references are.</param>
    public static Letters Of(string text, bool tags, bool references)
    {
        var letters = new StringBuilder(text.Length);
        var (at, ends) = (new List<int>(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            var length = tags && text[i] == '<' ? TagLength(text, i) : 0;
            if (length > 0)
            {
                i += length - 1;
            }
            else if (references && text[i] == '&' && Entities.Read(text.AsSpan(i, Math.Min(40, text.Length - i)), true) is var (value, entity))
            {
                foreach (var c in value) Add(c, i, i + entity);
                i += entity - 1;
            }
            else
            {
                Add(text[i], i, i + 1);
            }
        }

        return new Letters(letters.ToString(), [.. at], [.. ends]);

        void Add(char c, int from, int to)
        {
            if (!Counts(c)) return;
            letters.Append(c);
            at.Add(from);
            ends.Add(to);
        }
    }

    /// <summary>The letters and digits of a segment's words.</summary>
    public static string Of(string words) => string.Concat(words.Where(Counts));

    /// <summary>Index of the first letter at or after a place.</summary>
    public int From(int place)
    {
        var index = Array.BinarySearch(At, place);
        if (index < 0) return ~index;
        while (index > 0 && At[index - 1] == place) index--;
        return index;
    }

    private static bool Counts(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static int TagLength(string text, int at)
    {
        var rest = text.AsSpan(at + 1, Math.Min(LongestTag, text.Length - at - 1));
        var close = rest.IndexOfAny('>', '<');
        // `a <b and` is no tag that the arrow of the next cue closes.
        if (close < 1 || rest[close] != '>' || rest[..close].EndsWith("--")) return 0;
        var isTime = char.IsAsciiDigit(rest[0]) && rest[..close].Contains(':');
        return isTime || char.IsAsciiLetter(rest[0]) || rest[0] is '/' or '!' || CaptionMarkup.IsTag(rest[..close]) ? close + 2 : 0;
    }
}
