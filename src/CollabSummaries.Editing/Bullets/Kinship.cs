using CollabSummaries.Editing.Changes;

namespace CollabSummaries.Editing.Bullets;

/// <summary>What of an old bullet line is left in a new one.</summary>
/// <param name="Words">Letters and digits of the old words kept among the new words.</param>
/// <param name="Marker">The dash of the new line is the dash of the old one.</param>
/// <param name="Whole">The new line is the old one, kept from end to end.</param>
internal readonly record struct Kin(int Old, int New, int Words, bool Marker, bool Whole);

/// <summary>Finds what was kept between two lists of lines, in text order, by walking the kept stretches of a change once.</summary>
internal static class Kinship
{
    public static List<Kin> Between(string before, List<FoundLine> old, List<FoundLine> current, ChangeSet changes)
    {
        var kin = new List<Kin>();
        int a = 0, b = 0, i = 0, j = 0;
        foreach (var part in changes.Parts)
        {
            if (part.IsKeep)
            {
                while (i < old.Count && old[i].End <= a) i++;
                while (j < current.Count && current[j].End <= b) j++;
                for (var (x, y) = (i, j); x < old.Count && y < current.Count && old[x].Start < a + part.Length && current[y].Start < b + part.Length;)
                {
                    Add(kin, Compare(before, old, current, x, y, a, b, part));
                    if (old[x].End - a <= current[y].End - b) x++;
                    else y++;
                }
            }
            a += part.Length;
            b += part.NewLength;
        }
        return kin;
    }

    private static Kin Compare(string before, List<FoundLine> old, List<FoundLine> current, int x, int y, int a, int b, Part part)
    {
        var shift = a - b;
        var (was, now) = (old[x], current[y]);
        var from = Math.Max(Math.Max(a, was.Content), now.Content + shift);
        var to = Math.Min(Math.Min(a + part.Length, was.End), now.End + shift);
        var words = 0;
        for (var at = from; at < to; at++)
            if (char.IsLetterOrDigit(before[at]) || char.IsSurrogate(before[at])) words++;
        var marker = was.Marker == now.Marker + shift && was.Marker >= a && was.Marker < a + part.Length;
        var whole = was.Start >= a && was.End <= a + part.Length && was.Start == now.Start + shift && was.End == now.End + shift;
        return new Kin(x, y, words, marker, whole);
    }

    private static void Add(List<Kin> kin, Kin one)
    {
        if (one is { Words: 0, Marker: false }) return;
        if (kin.Count > 0 && kin[^1] is var last && last.Old == one.Old && last.New == one.New)
            kin[^1] = last with { Words = last.Words + one.Words, Marker = last.Marker || one.Marker };
        else kin.Add(one);
    }
}
