namespace CollabSummaries.Editing.Changes;

/// <summary>Looks at surrogate pairs.</summary>
internal static class WellFormed
{
    /// <summary>True when every half of a surrogate pair has its other half beside it.</summary>
    public static bool IsSo(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return false;
            text = text[(at + 2)..];
        }
        return true;
    }

    /// <summary>True when a cut at this position would part a pair.</summary>
    public static bool CutsPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);
}
