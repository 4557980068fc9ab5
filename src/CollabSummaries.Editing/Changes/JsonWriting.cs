using System.Globalization;
using System.Text;

namespace CollabSummaries.Editing.Changes;

/// <summary>
/// Writes a change as CodeMirror does: <c>n</c> keeps, <c>[n]</c> deletes, <c>[n, line…]</c> replaces n code units by lines. Strings are escaped
/// exactly as <c>JSON.stringify</c> escapes them, so that both ends can be compared byte for byte; no JSON writer of .NET does that.
/// </summary>
internal static class JsonWriting
{
    public static string Write(Part[] parts)
    {
        var json = new StringBuilder("[");
        foreach (var part in parts)
        {
            if (json.Length > 1) json.Append(',');
            if (part.IsKeep)
            {
                json.Append(CultureInfo.InvariantCulture, $"{part.Length}");
                continue;
            }
            json.Append(CultureInfo.InvariantCulture, $"[{part.Length}");
            if (part.Insert!.Length > 0) WriteLines(json, part.Insert);
            json.Append(']');
        }
        return json.Append(']').ToString();
    }

    private static void WriteLines(StringBuilder json, ReadOnlySpan<char> text)
    {
        foreach (var line in text.Split('\n'))
        {
            json.Append(",\"");
            WriteEscaped(json, text[line]);
            json.Append('"');
        }
    }

    private static void WriteEscaped(StringBuilder json, ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsHighSurrogate(c) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
            {
                json.Append(c).Append(line[++i]);
            }
            else if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else if (c < ' ' || char.IsSurrogate(c))
            {
                json.Append(ShortEscape(c) ?? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"));
            }
            else
            {
                json.Append(c);
            }
        }
    }

    private static string? ShortEscape(char c) => c switch
    {
        '\b' => "\\b",
        '\t' => "\\t",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => null,
    };
}
