namespace CollabSummaries.Editing.Changes;

/// <summary>CR, CRLF and LF are one line break each, kept as \n. U+2028, NEL, VT and FF are ordinary characters.</summary>
internal static class LineBreaks
{
    public static string Normalize(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
}
