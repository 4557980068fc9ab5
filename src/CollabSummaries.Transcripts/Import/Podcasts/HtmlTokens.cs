namespace CollabSummaries.Transcripts.Import.Podcasts;

/// <summary>A tag or a stretch of text of a web page.</summary>
/// <param name="Tag">Name in small letters, with `/` before it when it closes; null for text.</param>
/// <param name="Line">Line it begins on, from 1.</param>
internal readonly record struct HtmlToken(string? Tag, string Text, int Line);

/// <summary>Cuts a page into tags and text in one pass; comments, scripts and styles are left out.</summary>
internal static class HtmlTokens
{
    public static IEnumerable<HtmlToken> Of(string[] lines)
    {
        var html = string.Join('\n', lines);
        int at = 0, line = 1;
        while (at < html.Length)
        {
            var end = html[at] == '<' && IsTag(html, at) ? TagEnd(html, at) : TextEnd(html, at);
            var part = html.AsSpan(at, end - at);
            if (part[0] == '<' && IsTag(html, at))
            {
                var name = Name(part);
                yield return new HtmlToken(name, "", line);
                if (name is "script" or "style") end = SkipTo(html, end, "</" + name);
            }
            else
            {
                yield return new HtmlToken(null, part.ToString(), line);
            }

            line += html.AsSpan(at, end - at).Count('\n');
            at = end;
        }
    }

    private static bool IsTag(string html, int at) => at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    private static int TagEnd(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0) return html.IndexOf("-->", at, StringComparison.Ordinal) is var close and >= 0 ? close + 3 : html.Length;
        return html.IndexOf('>', at) is var end and >= 0 ? end + 1 : html.Length;
    }

    private static int TextEnd(string html, int at) => html.IndexOf('<', at + 1) is var next and >= 0 ? next : html.Length;

    private static int SkipTo(string html, int from, string what) => html.IndexOf(what, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at : html.Length;

    private static string Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1..];
        var end = name[1..].IndexOfAny(" \t\n/>");
        return (end < 0 ? name : name[..(end + 1)]).ToString().ToLowerInvariant();
    }
}
