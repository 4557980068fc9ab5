using System.Text;

namespace CollabSummaries.Editing.Tests.Generators;

/// <summary>Texts in which everything collides: few letters, line breaks, astral, right-to-left, combining and odd separators.</summary>
internal static class RandomTexts
{
    private static readonly string[][] Alphabets =
    [
        ["a", "b", "c"],
        ["a", "b", "\n"],
        ["😀", "𝒳", "a", "\n"],
        ["ש", "ل", "\u200F", "e\u0301", "\n"],
        ["- ", "* ", "  ", "\n", "word", "\"", "\\", "\t", "\u2028", "\u0085", "\v", "\u0001", "\u007F", "\uFEFF", "</script>"],
    ];

    public static string Text(this Random random, int most)
    {
        var alphabet = Alphabets[random.Next(Alphabets.Length)];
        var text = new StringBuilder();
        for (var left = random.Next(most + 1); left > 0; left--) text.Append(alphabet[random.Next(alphabet.Length)]);
        return text.ToString();
    }

    /// <summary>Markdown as people write it: bullets, levels, plain lines, empty lines.</summary>
    public static string Markdown(this Random random, int lines) =>
        string.Join('\n', Enumerable.Range(0, random.Next(lines + 1)).Select(_ => random.Line()));

    public static string Line(this Random random) =>
        random.Pick("- ", "- ", "* ", "  - ", "    - ", "", "# ", "---", "\t- ") + string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => random.Word()));

    public static string Word(this Random random) => random.Pick("alpha", "beta", "gamma", "delta", "π", "😀", "של", "x", "...");

    public static T Pick<T>(this Random random, params ReadOnlySpan<T> of) => of[random.Next(of.Length)];

    /// <summary>A position that does not part a surrogate pair.</summary>
    public static int Position(this Random random, string text, int from = 0)
    {
        var at = random.Next(from, text.Length + 1);
        return at > from && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
    }
}
