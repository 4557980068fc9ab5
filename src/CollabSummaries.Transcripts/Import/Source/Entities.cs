using System.Globalization;
using System.Text;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>HTML character references by the WHATWG table (entities.txt: name, code points), legacy names without semicolon included.</summary>
internal static class Entities
{
    private static readonly Lazy<Dictionary<string, string>> Table = new(Load);
    private static readonly int Longest = 33;

    /// <summary>Reads the reference at the start of a text, which begins with '&amp;'.</summary>
    /// <param name="text">From the ampersand on.</param>
    /// <param name="legacy">Also take the references that an old page may leave without semicolon.</param>
    /// <returns>What it stands for and its length; null when it is only an ampersand.</returns>
    public static (string Value, int Length)? Read(ReadOnlySpan<char> text, bool legacy)
    {
        if (text.Length < 3) return null;
        if (text[1] == '#') return Numeric(text, legacy);
        var lookup = Table.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = 1;
        while (end < text.Length && end <= Longest && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end < text.Length && text[end] == ';' && lookup.TryGetValue(text[1..(end + 1)], out var exact)) return (exact, end + 1);
        for (var length = end - 1; legacy && length > 1; length--)
        {
            if (lookup.TryGetValue(text.Slice(1, length), out var old)) return (old, length + 1);
        }

        return null;
    }

    /// <summary>A text with every well-formed reference replaced.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&')) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&' && Read(text.AsSpan(i), false) is var (value, length))
            {
                plain.Append(value);
                i += length - 1;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static (string Value, int Length)? Numeric(ReadOnlySpan<char> text, bool legacy)
    {
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        int start = hex ? 3 : 2, end = start;
        long code = 0;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            code = Math.Min((code * (hex ? 16 : 10)) + Convert.ToInt32(text[end].ToString(), hex ? 16 : 10), 0x110000);
            end++;
        }

        var closed = end < text.Length && text[end] == ';';
        if (end == start || !(closed || legacy)) return null;
        if (closed) end++;
        return (Rune.IsValid((int)code) && code != 0 ? new Rune((int)code).ToString() : "\uFFFD", end);
    }

    private static Dictionary<string, string> Load()
    {
        var table = new Dictionary<string, string>(2300, StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(Entities).Assembly.GetManifestResourceStream("entities.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            table[parts[0]] = string.Concat(parts[1..].Select(p => char.ConvertFromUtf32(int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
        }

        return table;
    }
}
