namespace CollabSummaries.Editing.Changes;

/// <summary>Reads the changed stretches off the parts.</summary>
internal static class ChangedRanges
{
    public static IEnumerable<ChangedRange> Of(Part[] parts)
    {
        int a = 0, b = 0;
        for (var i = 0; i < parts.Length;)
        {
            var (fromA, fromB, first) = (a, b, i);
            for (; i < parts.Length && !parts[i].IsKeep; i++)
            {
                a += parts[i].Length;
                b += parts[i].NewLength;
            }
            if (i > first)
            {
                yield return new ChangedRange(fromA, a, fromB, b, string.Concat(parts[first..i].Select(part => part.Insert)));
                continue;
            }
            a += parts[i].Length;
            b += parts[i].Length;
            i++;
        }
    }
}
