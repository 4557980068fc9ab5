using System.Text;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Tables;

/// <param name="FirstLine">First line of the file, from 1; a quoted cell may go over several.</param>
internal sealed record CsvRow(string[] Cells, int FirstLine, int LastLine)
{
    /// <summary>The line from a cell on as it stands in the file; null for a row with quotes.</summary>
    public string? Rest(RawText text, int cell, char separator)
    {
        var line = text.Lines[FirstLine - 1];
        if (FirstLine != LastLine || line.Contains('"')) return null;
        var at = 0;
        for (var n = 0; n < cell; n++) at = line.IndexOf(separator, at) + 1;
        return Blank.Trim(line[at..]);
    }
}

/// <summary>Rows of values separated by comma, semicolon, tab or bar, quoted as RFC 4180 says.</summary>
internal sealed record CsvFile(IReadOnlyList<CsvRow> Rows, char Separator)
{
    private static readonly char[] Separators = ['\t', ',', ';', '|'];

    /// <summary>Lines a quoted cell may go over.</summary>
    private const int LongestCell = 100;

    public static CsvFile Of(RawText text) => text.Once(Parse);

    private static CsvFile Parse(RawText text)
    {
        var best = new CsvFile([], ',');
        var bestFit = 0;
        // The separator that cuts the first rows into most cells of one number.
        var head = text.Lines.AsSpan(0, Math.Min(text.Lines.Length, 60)).ToArray();
        foreach (var separator in Separators)
        {
            var rows = Cut(head, separator);
            if (rows.Count == 0) continue;
            var common = rows.GroupBy(r => r.Cells.Length).OrderByDescending(g => g.Count()).First();
            var fit = common.Key < 2 ? 0 : common.Count() * 100 / rows.Count * Math.Min(common.Key, 4);
            if (fit > bestFit) (best, bestFit) = (new CsvFile([], separator), fit);
        }

        return bestFit == 0 ? best : best with { Rows = Cut(text.Lines, best.Separator) };
    }

    private static List<CsvRow> Cut(string[] lines, char separator)
    {
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false, literal = false;
        var first = 1;
        for (var n = 0; n < lines.Length; n++)
        {
            var line = lines[n];
            if (!quoted && Blank.Is(line)) continue;
            if (quoted) cell.Append('\n');
            else (first, _) = (n + 1, cell.Clear());
            for (var i = 0; i < line.Length; i++)
            {
                var c = line[i];
                if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
                else if (c == '"' && !literal && (quoted || Opens(line, i, separator, cell))) quoted = !quoted;
                else if (!quoted && c == separator) Take(cells, cell);
                else cell.Append(c);
            }

            if (quoted && n + 1 < lines.Length && n + 1 - first < LongestCell) continue;
            if (quoted)
            {
                // Never closed: the quote is a letter like others, and the rows after it are rows.
                (quoted, literal, n) = (false, true, first - 2);
                cells.Clear();
                cell.Clear();
                continue;
            }

            literal = false;
            Take(cells, cell);
            rows.Add(new CsvRow([.. cells], first, n + 1));
            cells.Clear();
        }

        return rows;
    }

    /// <summary>A quote at the start of a cell. Tables with tabs are often not quoted at all (Whisper's are not): there it must be closed before the next tab.</summary>
    private static bool Opens(string line, int at, char separator, StringBuilder cell)
    {
        if (cell.Length > 16 || !Blank.Is(cell.ToString())) return false;
        if (separator != '\t') return true;
        var end = line.IndexOf(separator, at);
        var inside = line.AsSpan(at + 1, (end < 0 ? line.Length : end) - at - 1).TrimEnd();
        return inside.EndsWith("\"") && !inside[..^1].ToString().Replace("\"\"", "", StringComparison.Ordinal).Contains('"');
    }

    private static void Take(List<string> cells, StringBuilder cell)
    {
        cells.Add(Blank.Trim(cell.ToString()));
        cell.Clear();
    }
}
