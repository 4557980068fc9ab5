using CollabSummaries.Editing;

namespace CollabSummaries.Web.Editing.Writing;

/// <summary>Puts lines behind a line so that what somebody types at its end, and has not sent yet, stays with it.</summary>
internal static class NewLines
{
    /// <param name="at">The end of a line.</param>
    /// <param name="insert">Lines; begins with a break unless there is no line before it.</param>
    /// <param name="typing">Somebody types at the end of a text that ends without a break.</param>
    public static TextEdit After(string text, int at, string insert, bool typing)
    {
        // Of two inserts at one place the one that came first stands first: at the line's end its author's next words would come behind the new lines.
        if (at < text.Length && text[at] == '\n' && insert.StartsWith('\n'))
            return new TextEdit(at + 1, at + 1, insert[1..] + "\n");
        return new TextEdit(at, at, typing && at == text.Length ? insert + "\n" : insert);
    }
}
