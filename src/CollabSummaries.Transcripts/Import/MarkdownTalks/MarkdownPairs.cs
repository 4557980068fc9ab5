using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.MarkdownTalks;

/// <summary>Markup that comes in pairs: code marks, link brackets, emphasis. Each is one pass with stacks, never a search back.</summary>
internal static class MarkdownPairs
{
    /// <summary>Drops the marks of code spans; their insides are marked as literal.</summary>
    public static bool[] CodeSpans(string text, bool[] drop)
    {
        var literal = new bool[text.Length];
        var open = new Dictionary<int, int>();
        for (var i = 0; i < text.Length; i++)
        {
            // An escaped mark opens nothing; inside code a backslash is a letter like others.
            if (text[i] == '\\' && open.Count == 0) i++;
            if (i >= text.Length || text[i] != '`' || (i > 0 && text[i - 1] == '\\' && open.Count == 0)) continue;
            var run = RunLength(text, i);
            if (open.Remove(run, out var start))
            {
                open.Clear();
                Array.Fill(literal, true, start, i + run - start);
                Array.Fill(drop, true, start, run);
                Array.Fill(drop, true, i, run);
            }
            else
            {
                open[run] = i;
            }

            i += run - 1;
        }

        return literal;
    }

    /// <summary>`[text](address)` and `![text](address)` keep their text.</summary>
    public static void Links(string text, bool[] literal, bool[] drop)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (literal[i] || text[i] is not ('[' or ']')) continue;
            if (text[i] == '[')
            {
                open.Push(i);
            }
            else if (open.TryPop(out var start) && i + 1 < text.Length && text[i + 1] == '(' && AddressEnd(text, i + 1) is { } end)
            {
                drop[start] = true;
                if (start > 0 && text[start - 1] == '!' && !literal[start - 1]) drop[start - 1] = true;
                Array.Fill(drop, true, i, end - i + 1);
                Array.Fill(literal, true, i, end - i + 1);
                i = end;
            }
        }
    }

    /// <summary>Pairs of `*`, `**`, `***`, `_`, `__` that stand outside at words' edges on both sides.</summary>
    public static void Emphasis(string text, bool[] literal, bool[] drop)
    {
        var open = new Dictionary<(char, int), int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (literal[i] || text[i] is not ('*' or '_')) continue;
            var run = RunLength(text, i);
            if (run > 3)
            {
                i += run - 1;
                continue;
            }

            var before = i == 0 ? ' ' : text[i - 1];
            var after = i + run < text.Length ? text[i + run] : ' ';
            var key = (text[i], run);
            if (!Blank.Is(before) && !char.IsLetterOrDigit(after) && open.Remove(key, out var start))
            {
                Array.Fill(drop, true, start, run);
                Array.Fill(drop, true, i, run);
            }
            else if (!Blank.Is(after) && !char.IsLetterOrDigit(before))
            {
                open[key] = i;
            }

            i += run - 1;
        }
    }

    private static int RunLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at]) end++;
        return end - at;
    }

    /// <summary>Index of the parenthesis that closes an address, few parentheses inside it allowed.</summary>
    private static int? AddressEnd(string text, int open)
    {
        const int longestAddress = 2000;
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + longestAddress); i++)
        {
            if (text[i] == '(' && ++depth > 3) return null;
            if (text[i] == ')' && --depth == 0) return i;
            if (Blank.Is(text[i]) && !(i + 1 < text.Length && text[i + 1] is '"' or '\'') && !text.AsSpan(open, i - open).Contains('"')) return null;
        }

        return null;
    }
}
