using System.Text;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>Makes plain text of what a model answered. Nothing it writes is markup: links keep their words, images and addresses go, and so does what is not seen.</summary>
internal static partial class PlainAnswer
{
    /// <summary>More is no sentence; it is cut before it is looked at.</summary>
    private const int LongestAnswer = 8_000, LongestLine = 2_000;

    /// <summary>Lines of an answer as plain text, without thoughts and fences; empty ones are left out.</summary>
    public static List<string> Lines(string answer)
    {
        var head = answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer;
        var said = Fences().Replace(Thoughts().Replace(head, " "), "\n");
        return [.. said.Split('\n').Select(Line).Where(l => l.Length > 0)];
    }

    /// <summary>One line without lists, headings, emphasis, tags, links, images and addresses.</summary>
    public static string Line(string line)
    {
        line = line.Length > LongestLine ? line[..LongestLine] : line;
        line = Unseen(line);
        // A link inside a link shows only when the inner one is gone.
        for (var turns = 0; turns < 6 && Links().IsMatch(line); turns++)
            line = Links().Replace(Images().Replace(line, " "), "$1");
        line = Addresses().Replace(Tags().Replace(Images().Replace(line, " "), " "), " ");
        line = Emphasis().Replace(Lead().Replace(line, ""), "");
        // What is left of broken markup means nothing to readers.
        line = line.Replace("](", " ", StringComparison.Ordinal).Replace("![", " ", StringComparison.Ordinal).Replace('<', ' ').Replace('>', ' ').Replace('|', ' ');
        line = Blanks().Replace(line, " ").Trim(' ', '"', '“', '”', '«', '»', '`');
        return SpacedMarks().Replace(line, "$1");
    }

    private static string Unseen(string line)
    {
        var seen = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
            seen.Append(Rune.IsWhiteSpace(rune) ? " " : Framing.IsSeen(rune) ? rune.ToString() : "");
        return seen.ToString();
    }

    [GeneratedRegex("<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Thoughts();

    [GeneratedRegex("```[a-z]*")]
    private static partial Regex Fences();

    [GeneratedRegex(@"!\[[^\[\]]{0,300}\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])?")]
    private static partial Regex Images();

    [GeneratedRegex(@"\[([^\[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])")]
    private static partial Regex Links();

    [GeneratedRegex(@"<\|[^<>|]{0,60}\|>|</?[A-Za-z!][^<>]{0,500}>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"(?:\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.)|\b(?:javascript|data|vbscript|mailto):)\S{1,1000}", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    /// <summary>Marks of lists, headings and quotes at the beginning.</summary>
    [GeneratedRegex(@"^\s*(?:[-*+•#>]+\s+|#{1,6}\s*)+")]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?<!\p{Nd})\*{1,3}|\*{1,3}(?!\p{Nd})|(?<![\p{L}\p{Nd}])_{1,3}|_{1,3}(?![\p{L}\p{Nd}])|~~|`+")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ([.,;:!?])(?= |$)")]
    private static partial Regex SpacedMarks();
}
