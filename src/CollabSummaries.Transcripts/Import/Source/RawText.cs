using System.Globalization;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>A file as text and lines. Lines end at CR LF, LF or CR, as editors count them; line n of the file is <c>Lines[n - 1]</c>.</summary>
/// <param name="Lines">Without their ends. A line break at the end of the file begins no further line.</param>
/// <param name="Encoding">Name of the encoding found.</param>
/// <param name="Warnings">What was odd in the bytes.</param>
internal sealed record RawText(string[] Lines, string Encoding, IReadOnlyList<ImportWarning> Warnings)
{
    public static RawText Decode(ReadOnlyMemory<byte> raw)
    {
        var (text, encoding) = TextEncoding.Decode(raw.Span);
        var lines = Split(text);
        if (text.Length > ImportLimits.Characters) throw TooLong(lines);
        var warnings = new WarningList([]);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('\0'))
            {
                lines[i] = lines[i].Replace('\0', '\uFFFD');
                warnings.AddAlike(i + 1, "a NUL character was read as the replacement character");
            }
            else if (lines[i].Contains('\uFFFD'))
            {
                warnings.AddAlike(i + 1, $"the line holds bytes that are not {encoding}; they show as the replacement character");
            }
        }

        Refuse(lines);
        return new RawText(lines, encoding, warnings.ToList());
    }

    /// <summary>The same file from one line to another (indexes, the second exclusive); line numbers are kept by blanking the rest.</summary>
    public RawText Only(int from, int to)
    {
        var lines = new string[to];
        Array.Fill(lines, "", 0, from);
        Array.Copy(Lines, from, lines, from, to - from);
        return this with { Lines = lines };
    }

    private static string[] Split(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r')) continue;
            lines.Add(text[start..i]);
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            start = i + 1;
        }

        if (start < text.Length) lines.Add(text[start..]);
        return [.. lines];
    }

    private static RefusedException TooLong(string[] lines)
    {
        long seen = 0;
        var line = 0;
        while (line < lines.Length && seen <= ImportLimits.Characters) seen += lines[line++].Length + 1;
        return new RefusedException(string.Create(CultureInfo.InvariantCulture,
            $"the file holds more than {ImportLimits.Characters:N0} characters; the limit is passed here"), line);
    }

    private static void Refuse(string[] lines)
    {
        int controls = 0, seen = 0;
        foreach (var line in lines)
        {
            foreach (var c in line)
            {
                seen++;
                if (c < ' ' && c is not ('\t' or '\f' or '\u001B')) controls++;
            }

            if (seen > 4096) break;
        }

        if (controls * 20 > seen) throw new RefusedException("the file is not text: too many of its characters are control codes", 1);
    }
}
