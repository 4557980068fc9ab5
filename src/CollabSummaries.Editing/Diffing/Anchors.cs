namespace CollabSummaries.Editing.Diffing;

/// <summary>Tokens that occur exactly once on both sides, in an order both sides agree on (patience diff).</summary>
internal static class Anchors
{
    public static List<(int A, int B)> Between(int[] a, int[] b, Hunk hunk)
    {
        var onlyA = Once(a.AsSpan(hunk.AFrom, hunk.ALength), hunk.AFrom);
        var onlyB = Once(b.AsSpan(hunk.BFrom, hunk.BLength), hunk.BFrom);
        var pairs = new List<(int A, int B)>();
        for (var i = hunk.AFrom; i < hunk.ATo; i++)
            if (onlyA[a[i]] >= 0 && onlyB.TryGetValue(a[i], out var at) && at >= 0) pairs.Add((i, at));
        return LongestRising(pairs);
    }

    /// <returns>Where each token stands; −1 when it stands at several places.</returns>
    private static Dictionary<int, int> Once(ReadOnlySpan<int> tokens, int offset)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < tokens.Length; i++)
            if (!places.TryAdd(tokens[i], i + offset)) places[tokens[i]] = -1;
        return places;
    }

    // Piles of patience: each pile's top is the smallest end of a rising row of that length.
    private static List<(int A, int B)> LongestRising(List<(int A, int B)> pairs)
    {
        var tops = new List<int>();
        var below = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var pile = tops.BinarySearch(i, Comparer<int>.Create((x, y) => pairs[x].B.CompareTo(pairs[y].B)));
            if (pile < 0) pile = ~pile;
            below[i] = pile > 0 ? tops[pile - 1] : -1;
            if (pile == tops.Count) tops.Add(i);
            else tops[pile] = i;
        }

        var rising = new List<(int A, int B)>();
        for (var at = tops.Count > 0 ? tops[^1] : -1; at >= 0; at = below[at]) rising.Add(pairs[at]);
        rising.Reverse();
        return rising;
    }
}
