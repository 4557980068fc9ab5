namespace CollabSummaries.Transcripts.Export;

/// <summary>The pair format: lines of a transcript, the line `-> summary ->`, one bullet a line.</summary>
public static class PairFormat
{
    /// <summary>The line between transcript and bullets.</summary>
    public const string Mark = "-> summary ->";

    private const string BulletMark = "*   ";

    /// <summary>Writes a pair. Blank lines and bullets are left out; what is written imports again as the same words and bullets.</summary>
    public static string Write(IEnumerable<string> transcriptLines, IEnumerable<string> bullets)
    {
        var lines = new List<string>();
        foreach (var line in transcriptLines.Select(OneLine).Where(l => l.Length > 0))
        {
            // A spoken line must never be read back as the mark itself: it goes on the line before, or stands in quotes.
            if (!IsMark(line)) lines.Add(line);
            else if (lines.Count > 0) lines[^1] += " " + line;
            else lines.Add($"\"{line}\"");
        }

        lines.Add(Mark);
        lines.AddRange(bullets.Select(OneLine).Where(b => b.Length > 0).Select(b => BulletMark + b));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Whether a line is the one between transcript and bullets; spaces and case do not matter.</summary>
    public static bool IsMark(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.StartsWith("->") && line.EndsWith("->") && line.Length > 4
            && line[2..^2].Trim().Equals("summary", StringComparison.OrdinalIgnoreCase);
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
