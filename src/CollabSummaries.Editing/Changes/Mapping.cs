namespace CollabSummaries.Editing.Changes;

/// <summary>
/// Moves a change over another one made to the same text. Law: <c>a.compose(map(b, a))</c> and <c>b.compose(map(a, b, before))</c> give the
/// same text. What does NOT hold: mapping over a composition equals mapping over its parts in turn. Both ends must map one update at a time.
/// </summary>
internal static class Mapping
{
    /// <param name="before">At the same place, of the same size, own text comes to stand before the other's.</param>
    public static Part[] Over(Part[] own, Part[] other, bool before)
    {
        var result = new PartBuilder();
        var a = new PartCursor(own);
        var b = new PartCursor(other);
        var emitted = -1; // The part of own whose insertion is already in the result.
        while (!a.Done || !b.Done)
        {
            if (a.IsKeep && b.IsKeep)
            {
                var shared = Math.Min(a.OldLeft, b.OldLeft);
                result.Keep(shared);
                a.TakeOld(shared);
                b.TakeOld(shared);
            }
            else if (b.IsChange && OtherFirst(a, b, emitted, before))
            {
                TakeOther(ref a, ref b, result, ref emitted);
            }
            else
            {
                TakeOwn(ref a, ref b, result, ref emitted);
            }
        }
        return result.ToParts();
    }

    /// <summary>The other goes first where it starts earlier; at the same start the shorter old span does; equal spans are decided by <paramref name="before"/>.</summary>
    private static bool OtherFirst(in PartCursor a, in PartCursor b, int emitted, bool before)
    {
        if (!a.IsChange || emitted == a.Index) return true;
        return a.AtStart && (b.OldLeft < a.OldLeft || (b.OldLeft == a.OldLeft && !before));
    }

    /// <summary>Keeps what the other inserted and swallows what it deleted; an own change wholly inside still gets its insertion in.</summary>
    private static void TakeOther(ref PartCursor a, ref PartCursor b, PartBuilder result, ref int emitted)
    {
        result.Keep(b.FullNewLength);
        var left = b.OldLeft;
        while (left > 0)
        {
            var piece = Math.Min(a.OldLeft, left);
            if (a.IsChange && emitted < a.Index && a.OldLeft <= piece)
            {
                result.Replace(0, a.Insert);
                emitted = a.Index;
            }
            a.TakeOld(piece);
            left -= piece;
        }
        b.Next();
    }

    /// <summary>Own deletion without what the other deleted, own insertion once; stops where the other inserts or deletes beyond it.</summary>
    private static void TakeOwn(ref PartCursor a, ref PartCursor b, PartBuilder result, ref int emitted)
    {
        var deleted = 0;
        var left = a.OldLeft;
        while (left > 0)
        {
            if (b.IsKeep)
            {
                var piece = Math.Min(left, b.OldLeft);
                deleted += piece;
                left -= piece;
                b.TakeOld(piece);
            }
            else if (b.IsDeletion && b.OldLeft < left)
            {
                left -= b.OldLeft;
                b.Next();
            }
            else
            {
                break;
            }
        }
        result.Replace(deleted, emitted < a.Index ? a.Insert : "");
        emitted = a.Index;
        a.TakeOld(a.OldLeft - left);
    }
}
