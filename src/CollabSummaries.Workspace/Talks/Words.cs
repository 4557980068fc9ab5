namespace CollabSummaries.Workspace.Talks;

/// <summary>Counts words: runs of anything but white space.</summary>
internal static class Words
{
    public static int In(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isWord = !char.IsWhiteSpace(c);
            if (isWord && !inWord)
                words++;
            inWord = isWord;
        }

        return words;
    }
}
