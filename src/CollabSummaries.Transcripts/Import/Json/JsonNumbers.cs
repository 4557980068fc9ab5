using System.Text;

namespace CollabSummaries.Transcripts.Import.Json;

/// <summary>Python writes `NaN` and `Infinity`, which no JSON reader takes: outside strings they are read as nothing. What stands in their place is as long, so that places in the file stay.</summary>
internal static class JsonNumbers
{
    private static readonly string[] Words = ["-Infinity", "Infinity", "NaN"];

    public static string WithoutNaN(string json)
    {
        if (!Words.Any(w => json.Contains(w, StringComparison.Ordinal))) return json;
        var clean = new StringBuilder(json.Length + 16);
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (inText && c == '\\' && i + 1 < json.Length)
            {
                clean.Append(c).Append(json[++i]);
                continue;
            }

            if (c == '"') inText = !inText;
            if (!inText && c is 'N' or 'I' or '-' && WordAt(json, i) is { } word)
            {
                clean.Append((word.Length == 3 ? "\"\"" : "null").PadRight(word.Length));
                i += word.Length - 1;
                continue;
            }

            clean.Append(c);
        }

        return clean.ToString();
    }

    private static string? WordAt(string json, int at) => Array.Find(Words, w => string.CompareOrdinal(json, at, w, 0, w.Length) == 0);
}
