using System.Text;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

/// <summary>
/// Text inside a template that remembers, letter by letter, whether it came from the template or from a message. Law: a letter that came from a message is foreign in everything
/// made of it, and what is computed from foreign text is foreign as a whole; only text that is not foreign may spell a special token.
/// </summary>
internal sealed class Words
{
    private readonly bool[]? _foreign;

    private Words(string text, bool[]? foreign) => (Text, _foreign) = (text, foreign);

    public static Words Empty { get; } = new("", null);

    public string Text { get; }

    public static Words Own(string text) => new(text, null);

    public static Words Foreign(string text) => new(text, Filled(text.Length, true));

    public static Words Join(IReadOnlyList<Words> parts)
    {
        if (parts.All(p => p._foreign is null))
            return Own(string.Concat(parts.Select(p => p.Text)));
        var (text, foreign) = (new StringBuilder(), new List<bool>());
        foreach (var part in parts)
        {
            text.Append(part.Text);
            foreign.AddRange(part._foreign ?? Filled(part.Text.Length, false));
        }

        return new Words(text.ToString(), [.. foreign]);
    }

    public Words Slice(int start, int length) => new(Text.Substring(start, length), _foreign?[start..(start + length)]);

    public Words Trim(bool start, bool end)
    {
        int from = 0, to = Text.Length;
        while (start && from < to && char.IsWhiteSpace(Text[from]))
            from++;
        while (end && to > from && char.IsWhiteSpace(Text[to - 1]))
            to--;
        return Slice(from, to - from);
    }

    /// <summary>Cut at each of the separators; at most so many cuts where `cuts` is not negative.</summary>
    public List<Words> Split(string separator, int cuts)
    {
        var (parts, from) = (new List<Words>(), 0);
        while (cuts-- != 0 && Text.IndexOf(separator, from, StringComparison.Ordinal) is >= 0 and var at)
        {
            parts.Add(Slice(from, at - from));
            from = at + separator.Length;
        }

        parts.Add(Slice(from, Text.Length - from));
        return parts;
    }

    /// <summary>Computed as a whole; letters keep their origin where the length stays.</summary>
    public Words Map(Func<string, string> change)
    {
        var text = change(Text);
        return _foreign is null || Array.TrueForAll(_foreign, f => !f) ? Own(text) : text.Length == Text.Length ? new Words(text, _foreign) : Foreign(text);
    }

    public bool AnyForeign => _foreign is not null && Array.Exists(_foreign, f => f);

    /// <summary>Stretches of one origin, in order.</summary>
    public IEnumerable<(string Text, bool Foreign)> Stretches()
    {
        for (int start = 0, end; start < Text.Length; start = end)
        {
            var foreign = _foreign?[start] ?? false;
            for (end = start + 1; end < Text.Length && (_foreign?[end] ?? false) == foreign;)
                end++;
            yield return (Text[start..end], foreign);
        }
    }

    public override string ToString() => Text;

    private static bool[] Filled(int length, bool value)
    {
        var all = new bool[length];
        Array.Fill(all, value);
        return all;
    }
}
