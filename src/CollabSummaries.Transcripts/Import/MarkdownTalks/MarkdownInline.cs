using System.Text;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.MarkdownTalks;

/// <summary>Plain words of a Markdown paragraph: escapes, emphasis, code marks, links and HTML tags go, every word stays.</summary>
/// <remarks>More careful than CommonMark with `*` and `_` inside words, so that `f*ck` and `snake_case` keep their letters.</remarks>
internal static class MarkdownInline
{
    private const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase) { "a", "b", "i", "u", "s", "em", "strong", "span", "p", "div", "br", "hr", "sub", "sup", "small", "code", "mark", "cite", "time", "blockquote", "font", "center", "del", "ins", "q", "kbd", "details", "summary" };

    public static Block Plain(Block block)
    {
        var text = block.Text;
        var drop = Dropped(text);
        var plain = new Block();
        for (var n = 0; n < block.Starts.Count; n++)
        {
            var (at, line) = block.Starts[n];
            var end = n + 1 < block.Starts.Count ? block.Starts[n + 1].At : text.Length;
            var words = new StringBuilder(end - at);
            for (var i = at; i < end; i++)
            {
                if (!drop[i]) words.Append(text[i]);
            }

            plain.Add(Entities.Decode(words.ToString()), line);
        }

        return plain;
    }

    /// <summary>Marks the characters that are markup.</summary>
    private static bool[] Dropped(string text)
    {
        var drop = new bool[text.Length];
        var code = MarkdownPairs.CodeSpans(text, drop);
        for (var i = 0; i < text.Length; i++)
        {
            if (code[i]) continue;
            if (text[i] == '\\' && i + 1 < text.Length && Escapable.Contains(text[i + 1]))
            {
                drop[i] = true;
                code[++i] = true;
            }
            else if (text[i] == '<' && TagEnd(text, i) is var (end, isAddress))
            {
                if (isAddress) drop[i] = drop[end] = true;
                else Array.Fill(drop, true, i, end - i + 1);
                Array.Fill(code, true, i, end - i + 1);
                i = end;
            }
        }

        MarkdownPairs.Links(text, code, drop);
        MarkdownPairs.Emphasis(text, code, drop);
        return drop;
    }

    /// <summary>`&lt;https://…&gt;` keeps its address; a known HTML tag goes whole; anything else in angle brackets is text.</summary>
    private static (int End, bool IsAddress)? TagEnd(string text, int open)
    {
        var length = text.AsSpan(open, Math.Min(text.Length - open, 2000)).IndexOf('>');
        if (length < 2) return null;
        var inside = text.AsSpan(open + 1, length - 1);
        if (!inside.Contains(' ') && (inside.Contains("://", StringComparison.Ordinal) || inside.StartsWith("mailto:"))) return (open + length, true);
        var name = inside.TrimStart('/');
        var stop = name.IndexOfAny(" /");
        if (stop >= 0) name = name[..stop];
        return Tags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? (open + length, false) : null;
    }
}
