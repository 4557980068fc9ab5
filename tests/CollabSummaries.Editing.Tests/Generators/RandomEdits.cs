namespace CollabSummaries.Editing.Tests.Generators;

internal static class RandomEdits
{
    /// <summary>Up to four sorted edits, often side by side, often at the same place.</summary>
    public static TextEdit[] Edits(this Random random, string text)
    {
        var edits = new List<TextEdit>();
        var at = 0;
        for (var left = random.Next(5); left > 0; left--)
        {
            var from = random.Next(3) == 0 ? at : random.Position(text, at);
            var to = random.Next(2) == 0 ? from : random.Position(text, from);
            if (random.Next(3) == 0) to = Step(text, from);
            edits.Add(new TextEdit(from, to, random.Next(3) == 0 ? "" : random.Text(3)));
            at = to;
        }
        return [.. edits];
    }

    public static ChangeSet Change(this Random random, string text) => ChangeSet.Of(text.Length, random.Edits(text));

    /// <summary>What a person does to Markdown: type, delete, press Enter, join lines, move and paste lines.</summary>
    public static ChangeSet MarkdownChange(this Random random, string text)
    {
        var from = random.Position(text);
        var to = random.Next(2) == 0 ? from : random.Position(text, from);
        if (to - from > 12 && random.Next(4) > 0) to = from;
        return random.Next(6) switch
        {
            0 => random.Change(text),
            1 => ChangeSet.Replace(text.Length, from, from, "\n- "),
            2 => ChangeSet.Replace(text.Length, from, to, random.Line() + "\n"),
            3 => ChangeSet.Replace(text.Length, from, to, ""),
            4 => MoveLine(random, text),
            _ => ChangeSet.Replace(text.Length, from, to, random.Word()),
        };
    }

    private static int Step(string text, int from) =>
        Math.Min(text.Length, from + (from + 1 < text.Length && char.IsSurrogatePair(text[from], text[from + 1]) ? 2 : 1));

    private static ChangeSet MoveLine(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        var line = lines[random.Next(lines.Count)];
        var moved = lines.ToList();
        moved.Remove(line);
        moved.Insert(random.Next(moved.Count + 1), line);
        return TextDiff.Between(text, string.Join('\n', moved));
    }
}
