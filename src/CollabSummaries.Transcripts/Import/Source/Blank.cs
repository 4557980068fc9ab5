namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>What counts as nothing on a line: whitespace of any script, no-break spaces, zero-width marks.</summary>
internal static class Blank
{
    public static bool Is(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';

    public static bool Is(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (!Is(c)) return false;
        }

        return true;
    }

    public static string Trim(string line)
    {
        int start = 0, end = line.Length;
        while (start < end && Is(line[start])) start++;
        while (end > start && Is(line[end - 1])) end--;
        return line[start..end];
    }
}
