namespace CollabSummaries.Editing.Changes;

/// <summary>
/// Joins a change and the one made after it into one. Law: applying the result equals applying both in turn. Composing is associative in
/// effect, not in parts: compare texts, never the JSON of compositions.
/// </summary>
internal static class Composition
{
    /// <param name="first">Its new length is the old length of <paramref name="second"/>; the caller has checked.</param>
    public static Part[] Of(Part[] first, Part[] second)
    {
        var result = new PartBuilder();
        var a = new PartCursor(first);
        var b = new PartCursor(second);
        var join = false;
        while (!a.Done || !b.Done)
        {
            // What the first deleted the second never saw; what the second inserts needs nothing of the first.
            if (a.IsDeletion)
            {
                result.Replace(a.OldLeft, "", join);
                a.Next();
            }
            else if (b.IsInsertion)
            {
                result.Replace(0, b.Insert, join);
                b.Next();
            }
            else
            {
                join = Overlap(ref a, ref b, result, join);
            }
        }
        return result.ToParts();
    }

    /// <summary>Appends the stretch both cursors share. True when one of the two replacements goes on beyond it: what follows belongs to the same part.</summary>
    private static bool Overlap(ref PartCursor a, ref PartCursor b, PartBuilder result, bool join)
    {
        var shared = Math.Min(a.NewLeft, b.OldLeft);
        var before = result.Count;
        var goesOn = (a.IsChange && a.NewLeft > shared) || (b.IsChange && b.OldLeft > shared);

        if (a.IsKeep && b.IsKeep) result.Keep(shared);
        else if (a.IsKeep) result.Replace(shared, InsertOnce(b), join);
        else if (b.IsKeep) result.Replace(OldOnce(a), a.InsertPiece(shared), join);
        else result.Replace(OldOnce(a), InsertOnce(b), join);

        var opened = result.Count > before;
        a.TakeNew(shared);
        b.TakeOld(shared);
        return goesOn && (join || opened);
    }

    // A replacement met in several pieces counts what it removes, and what it inserts, at its first piece only.
    private static int OldOnce(in PartCursor a) => a.AtStart ? a.FullOldLength : 0;

    private static string InsertOnce(in PartCursor b) => b.AtStart ? b.Insert : "";
}
