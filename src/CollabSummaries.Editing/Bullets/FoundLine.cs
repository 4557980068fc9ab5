namespace CollabSummaries.Editing.Bullets;

/// <summary>A bullet line as read from a text, still without an id.</summary>
internal readonly record struct FoundLine(int Start, int Marker, int Content, int End)
{
    public string Words(string text) => text.AsSpan(Content, End - Content).Trim().ToString();

    /// <summary>The bullet lines from one line start to a line end.</summary>
    public static List<FoundLine> In(string text, int from, int to)
    {
        var found = new List<FoundLine>();
        for (var start = from; start <= to;)
        {
            var length = text.AsSpan(start, to - start).IndexOf('\n');
            var end = length < 0 ? to : start + length;
            if (BulletSyntax.IsBullet(text.AsSpan(start, end - start), out var marker, out var content))
                found.Add(new FoundLine(start, start + marker, start + content, end));
            start = end + 1;
        }
        return found;
    }
}
