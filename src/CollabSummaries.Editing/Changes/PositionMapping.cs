namespace CollabSummaries.Editing.Changes;

/// <summary>
/// Follows one position through a change. Inside a keep it shifts. At the start of a replaced stretch it goes to the start of what replaced it,
/// strictly inside to the start or the end by assoc, at its end behind it; at an insertion before it when assoc is below 0.
/// </summary>
internal static class PositionMapping
{
    public static int? Map(Part[] parts, int position, int assoc, MapMode mode)
    {
        int startA = 0, startB = 0;
        foreach (var part in parts)
        {
            var endA = startA + part.Length;
            if (part.IsKeep)
            {
                if (endA > position) return startB + (position - startA);
            }
            else
            {
                if (endA >= position && Deleted(mode, startA < position, endA > position)) return null;
                if (endA > position || (endA == position && assoc < 0 && part.Length == 0))
                    return position == startA || assoc < 0 ? startB : startB + part.NewLength;
            }
            startA = endA;
            startB += part.NewLength;
        }
        return startB;
    }

    private static bool Deleted(MapMode mode, bool before, bool after) => mode switch
    {
        MapMode.TrackDel => before && after,
        MapMode.TrackBefore => before,
        MapMode.TrackAfter => after,
        _ => false,
    };
}
