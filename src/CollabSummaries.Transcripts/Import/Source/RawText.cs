using System.Globalization;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>A file as text and lines. Lines end at CR LF, LF or CR, as editors count them; line n of the file is <c>Lines[n - 1]</c>.</summary>
/// <param name="Lines">Without their ends. A line break at the end of the file begins no further line.</param>
/// <param name="Encoding">Name of the encoding found.</param>
/// <param name="Warnings">What was odd in the bytes.</param>
internal sealed record RawText(string[] Lines, string Encoding, IReadOnlyList<ImportWarning> Warnings)
{
    private readonly Dictionary<Type, object> _made = [];

    /// <summary>The decoded text, ends of lines included.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where each line begins in the text.</summary>
    public int[] Starts { get; init; } = [];

    /// <summary>For a file whose lines are not those of its bytes (a Word file): the number to show for each line; null: they count from 1.</summary>
    public IReadOnlyList<int>? Numbers { get; init; }

    public static RawText Decode(ReadOnlyMemory<byte> raw)
    {
        var (text, encoding) = TextEncoding.Decode(raw.Span);
        var (lines, starts) = Split(text);
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
        return new RawText(lines, encoding, warnings.ToList()) { Text = text, Starts = starts };
    }

    /// <summary>A text that was made of a file line by line, as of a Word file.</summary>
    public static RawText Of(IReadOnlyList<string> lines, string encoding, IReadOnlyList<ImportWarning> warnings, IReadOnlyList<int> numbers)
    {
        var starts = new int[lines.Count];
        for (var i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + lines[i - 1].Length + 1;
        return new RawText([.. lines], encoding, warnings) { Text = string.Join('\n', lines), Starts = starts, Numbers = numbers };
    }

    /// <summary>Something made of the whole file, once however many readers ask for it.</summary>
    public T Once<T>(Func<RawText, T> make)
        where T : class
    {
        if (_made.TryGetValue(typeof(T), out var known)) return (T)known;
        var made = make(this);
        _made[typeof(T)] = made;
        return made;
    }

    /// <summary>The number a user knows a line by; lines count from 1.</summary>
    public int NumberOf(int line) => Numbers is { Count: > 0 } ? Numbers[Math.Clamp(line, 1, Numbers.Count) - 1] : line;

    /// <summary>The same file from one line to another (indexes, the second exclusive); line numbers are kept by blanking the rest.</summary>
    public RawText Only(int from, int to)
    {
        var lines = new string[to];
        Array.Fill(lines, "", 0, from);
        Array.Copy(Lines, from, lines, from, to - from);
        return Over(lines);
    }

    /// <summary>The same file with other lines in the place of its own.</summary>
    public RawText Over(string[] lines) => new(lines, Encoding, Warnings) { Numbers = Numbers, Text = Text, Starts = Starts };

    private static (string[] Lines, int[] Starts) Split(string text)
    {
        var starts = new List<int>();
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r')) continue;
            lines.Add(text[start..i]);
            starts.Add(start);
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            start = i + 1;
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
            starts.Add(start);
        }

        return ([.. lines], [.. starts]);
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
