using System.Globalization;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.MarkdownTalks;

/// <summary>The YAML between two `---` lines at the top of a Markdown file, as far as talks use it: scalars, quoted or not, and lists of them.</summary>
internal sealed class FrontMatter
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Index of the first line after it; 0 when the file has none.</summary>
    public int End { get; private init; }

    public IReadOnlyList<string> Speakers => All("speakers") ?? All("speaker") ?? [];

    public TalkDetails Details => new(One("title"), Date(), One("media") ?? One("video") ?? One("url"));

    public string? Language => One("lang") ?? One("language");

    public static FrontMatter Read(RawText text)
    {
        var first = Array.FindIndex(text.Lines, l => !Blank.Is(l));
        if (first < 0 || text.Lines[first].TrimEnd() != "---") return new FrontMatter();
        var end = Array.FindIndex(text.Lines, first + 1, l => l.TrimEnd() is "---" or "...");
        if (end < 0 || !text.Lines[(first + 1)..end].Any(l => l.Contains(':'))) return new FrontMatter();
        var matter = new FrontMatter { End = end + 1 };
        string? key = null;
        foreach (var line in text.Lines[(first + 1)..end]) key = matter.ReadLine(line, key);
        return matter;
    }

    private string? ReadLine(string line, string? key)
    {
        var trimmed = Blank.Trim(line);
        if (trimmed.Length == 0 || trimmed[0] == '#') return key;
        if (key is not null && (trimmed == "-" || trimmed.StartsWith("- ", StringComparison.Ordinal)))
        {
            _values[key].Add(Scalar(trimmed[1..]));
            return key;
        }

        var colon = line.IndexOf(':');
        if (colon <= 0 || Blank.Is(line[0])) return key;
        key = line[..colon].Trim();
        var value = Blank.Trim(line[(colon + 1)..]);
        _values[key] = value.Length == 0 ? [] : value[0] == '[' ? [.. Items(value)] : [Scalar(value)];
        return key;
    }

    private List<string>? All(string key) => _values.GetValueOrDefault(key)?.Where(v => v.Length > 0).ToList();

    private string? One(string key) => All(key)?.FirstOrDefault();

    private DateOnly? Date() =>
        One("date") is { Length: >= 10 } date && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>`['Jane Doe', "Roe, Max", plain]`.</summary>
    private static IEnumerable<string> Items(string list)
    {
        var start = 1;
        var quote = '\0';
        for (var i = 1; i < list.Length; i++)
        {
            var c = list[i];
            if (quote == '\0' && c is '\'' or '"' && Blank.Is(list.AsSpan(start, i - start))) quote = c;
            else if (c == quote) quote = '\0';
            if (quote != '\0' || c is not (',' or ']')) continue;
            yield return Scalar(list[start..i]);
            start = i + 1;
        }
    }

    private static string Scalar(string value)
    {
        value = Blank.Trim(value);
        if (value.Length < 2 || value[^1] != value[0]) return value;
        return value[0] switch
        {
            '\'' => value[1..^1].Replace("''", "'", StringComparison.Ordinal),
            '"' => value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal),
            _ => value,
        };
    }
}
