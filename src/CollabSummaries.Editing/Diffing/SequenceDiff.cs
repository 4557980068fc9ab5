namespace CollabSummaries.Editing.Diffing;

/// <summary>
/// Finds where two sequences differ: the smallest edit where the difference is small, else the tokens that occur once in both as anchors and the
/// stretches between them, else the stretch as a whole. Steps are counted, so the time is bounded and the result the same on every machine.
/// </summary>
internal sealed class SequenceDiff(int[] a, int[] b, Steps steps)
{
    private readonly List<Hunk> _hunks = [];
    private readonly ShortestEdit _shortest = new(a, b);

    /// <returns>In order, none empty, none touching the next.</returns>
    public List<Hunk> Run()
    {
        var open = new Stack<Hunk>([new Hunk(0, a.Length, 0, b.Length)]);
        while (open.TryPop(out var whole))
        {
            var hunk = Trim(whole);
            if (hunk.ALength == 0 || hunk.BLength == 0) Add(hunk);
            else if (_shortest.Find(hunk, steps) is { } edits) edits.ForEach(Add);
            else if (steps.Left > 0 && Anchors.Between(a, b, hunk) is { Count: > 0 } anchors) PushGaps(open, hunk, anchors);
            else Add(hunk);
        }
        return _hunks;
    }

    private Hunk Trim(Hunk hunk)
    {
        var (aFrom, aTo, bFrom, bTo) = hunk;
        var same = a.AsSpan(aFrom, hunk.ALength).CommonPrefixLength(b.AsSpan(bFrom, hunk.BLength));
        (aFrom, bFrom) = (aFrom + same, bFrom + same);
        while (aTo > aFrom && bTo > bFrom && a[aTo - 1] == b[bTo - 1]) (aTo, bTo) = (aTo - 1, bTo - 1);
        return new Hunk(aFrom, aTo, bFrom, bTo);
    }

    private void PushGaps(Stack<Hunk> open, Hunk hunk, List<(int A, int B)> anchors)
    {
        steps.Left -= hunk.ALength + hunk.BLength;
        var (aTo, bTo) = (hunk.ATo, hunk.BTo);
        for (var i = anchors.Count - 1; i >= 0; i--)
        {
            open.Push(new Hunk(anchors[i].A + 1, aTo, anchors[i].B + 1, bTo));
            (aTo, bTo) = anchors[i];
        }
        open.Push(new Hunk(hunk.AFrom, aTo, hunk.BFrom, bTo));
    }

    private void Add(Hunk hunk)
    {
        if (hunk is { ALength: 0, BLength: 0 }) return;
        if (_hunks.Count > 0 && _hunks[^1] is var last && last.ATo == hunk.AFrom && last.BTo == hunk.BFrom)
            _hunks[^1] = last with { ATo = hunk.ATo, BTo = hunk.BTo };
        else _hunks.Add(hunk);
    }
}
