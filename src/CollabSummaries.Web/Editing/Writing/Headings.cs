namespace CollabSummaries.Web.Editing.Writing;

/// <summary>Reads the headings of a summary.</summary>
internal static class Headings
{
    /// <summary>Where the section under this heading ends: after its last line with words. Null when there is no such heading.</summary>
    public static int? FindEnd(string text, string heading)
    {
        int? end = null;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var stop = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, stop - start);
            if (Title(line) is { IsEmpty: false } title)
            {
                if (end is not null)
                    return end;
                if (title.Equals(heading, StringComparison.OrdinalIgnoreCase))
                    end = stop;
            }
            else if (end is not null && !line.IsWhiteSpace())
            {
                end = stop;
            }

            start = stop + 1;
        }

        return end;
    }

    /// <summary>Headings in order: where their lines start, and their words.</summary>
    public static IReadOnlyList<(int Start, string Title)> List(string text)
    {
        var headings = new List<(int, string)>();
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var stop = length < 0 ? text.Length : start + length;
            if (Title(text.AsSpan(start, stop - start)) is { IsEmpty: false } title)
                headings.Add((start, title.ToString()));
            start = stop + 1;
        }

        return headings;
    }

    /// <summary>The words of a heading line; empty for any other line.</summary>
    private static ReadOnlySpan<char> Title(ReadOnlySpan<char> line)
    {
        var marks = line.Length - line.TrimStart('#').Length;
        return marks is > 0 and <= 6 && marks < line.Length && line[marks] == ' ' ? line[marks..].Trim() : [];
    }
}
