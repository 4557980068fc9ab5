namespace CollabSummaries.Editing.Bullets;

/// <summary>What counts as a bullet in the Markdown: a line that begins with <c>- </c> or <c>* </c>, indented by at most eight columns (three levels).</summary>
internal static class BulletSyntax
{
    private const int MostIndent = 8;
    private const int TabColumns = 4;

    /// <param name="marker">Where the dash or star stands in the line.</param>
    /// <param name="content">Where the words begin.</param>
    public static bool IsBullet(ReadOnlySpan<char> line, out int marker, out int content)
    {
        var indent = 0;
        content = 0;
        for (marker = 0; marker < line.Length && line[marker] is ' ' or '\t'; marker++) indent += line[marker] == ' ' ? 1 : TabColumns;
        if (indent > MostIndent || marker + 1 >= line.Length) return false;
        if (line[marker] is not ('-' or '*') || line[marker + 1] is not (' ' or '\t')) return false;
        content = marker + 2;
        while (content < line.Length && line[content] is ' ' or '\t') content++;
        return !IsRule(line[marker..]);
    }

    // "* * *" draws a line across the page.
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var mark = line[0];
        return line.Count(mark) >= 3 && !line.ContainsAnyExcept(mark, ' ', '\t');
    }
}
