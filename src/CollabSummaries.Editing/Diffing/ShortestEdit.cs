namespace CollabSummaries.Editing.Diffing;

/// <summary>Myers' greedy search for the smallest edit (An O(ND) Difference Algorithm, 1986), given up where more than a few hundred tokens differ.</summary>
internal sealed class ShortestEdit(int[] a, int[] b)
{
    private const int MostEdits = 256;

    /// <returns>The differing stretches in order, or null when there are too many or the steps ran out.</returns>
    public List<Hunk>? Find(Hunk within, Steps steps)
    {
        var (n, m) = (within.ALength, within.BLength);
        if (Math.Abs(n - m) > MostEdits) return null;

        var reached = new List<int[]>(); // Per number of edits d: the furthest a-position on each diagonal −d…d.
        for (var d = 0; d <= Math.Min(n + m, MostEdits) && steps.Left > 0; d++)
        {
            var row = new int[(2 * d) + 1];
            reached.Add(row);
            for (var k = -d; k <= d; k += 2)
            {
                var x = d == 0 ? 0 : Step(reached[d - 1], d - 1, k);
                var y = x - k;
                if (x <= n && y <= m && y >= 0)
                {
                    var same = a.AsSpan(within.AFrom + x, n - x).CommonPrefixLength(b.AsSpan(within.BFrom + y, m - y));
                    steps.Left -= same + 1;
                    (x, y) = (x + same, y + same);
                }
                row[k + d] = x;
                if (x == n && y == m) return Walk(reached, within);
            }
        }
        return null;
    }

    // From the diagonal above by an insertion, from the one below by a deletion, whichever got further.
    private static int Step(int[] row, int d, int k)
    {
        var deleted = k - 1 >= -d ? row[k - 1 + d] + 1 : int.MinValue;
        var inserted = k + 1 <= d ? row[k + 1 + d] : int.MinValue;
        return Math.Max(deleted, inserted);
    }

    private static List<Hunk> Walk(List<int[]> reached, Hunk within)
    {
        var hunks = new List<Hunk>();
        var (x, y) = (within.ALength, within.BLength);
        for (var d = reached.Count - 1; d > 0; d--)
        {
            var k = x - y;
            var row = reached[d - 1];
            var start = Step(row, d - 1, k);
            var deleted = k - 1 >= -(d - 1) && row[k - 1 + d - 1] + 1 == start;
            var (fromX, fromY) = deleted ? (start - 1, start - k) : (start, start - k - 1);
            hunks.Add(new Hunk(within.AFrom + fromX, within.AFrom + start, within.BFrom + fromY, within.BFrom + start - k));
            (x, y) = (fromX, fromY);
        }
        hunks.Reverse();
        return hunks;
    }
}
