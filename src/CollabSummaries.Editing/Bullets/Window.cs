namespace CollabSummaries.Editing.Bullets;

/// <summary>The whole lines from the first to the last place an update changed: A in the text before, B in the text after; ends without line break.</summary>
internal readonly record struct Window(int FromA, int ToA, int FromB, int ToB)
{
    public static Window Around(ChangeSet changes, string before)
    {
        int first = -1, last = 0;
        foreach (var range in changes.Ranges)
        {
            if (first < 0) first = range.FromA;
            last = range.ToA;
        }
        var from = before.AsSpan(0, first).LastIndexOf('\n') + 1;
        var rest = before.AsSpan(last).IndexOf('\n');
        var to = rest < 0 ? before.Length : last + rest;

        // Nothing changed outside, so both ends are line starts and line ends in the new text too.
        return new Window(from, to, from, to + changes.NewLength - changes.Length);
    }
}
