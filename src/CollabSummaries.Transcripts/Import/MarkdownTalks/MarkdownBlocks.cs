using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.MarkdownTalks;

/// <summary>What the start of a Markdown line says about its block.</summary>
internal static class MarkdownBlocks
{
    /// <summary>Title of `# heading` without its marks; null for any other line.</summary>
    public static string? Heading(string line)
    {
        var trimmed = line.AsSpan().Trim();
        var level = 0;
        while (level < trimmed.Length && trimmed[level] == '#') level++;
        if (level is 0 or > 6 || (level < trimmed.Length && !Blank.Is(trimmed[level]))) return null;
        return trimmed[level..].TrimEnd('#').Trim().ToString();
    }

    /// <summary>`---`, `***`, `___`, three or more and nothing else.</summary>
    public static bool IsRule(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length >= 3 && trimmed[0] is '-' or '*' or '_' or '=' && !trimmed.ContainsAnyExcept(trimmed[0], ' ');
    }

    public static bool IsFence(string line) => line.AsSpan().TrimStart() is var start && (start.StartsWith("```") || start.StartsWith("~~~"));

    /// <summary>Whether the line begins a list item or a quotation, and where its words begin.</summary>
    public static bool BeginsItem(string line, out int words)
    {
        words = 0;
        while (words < line.Length && Blank.Is(line[words])) words++;
        if (words >= line.Length) return false;
        var quoted = line[words] == '>';
        if (!quoted && !(line[words] is '-' or '*' or '+' && words + 1 < line.Length && Blank.Is(line[words + 1]))) return false;
        words++;
        while (words < line.Length && Blank.Is(line[words])) words++;
        return !quoted;
    }
}
