using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>A run of units from which at most `Quota` are chosen.</summary>
internal readonly record struct Share(int First, int Last, int Quota);

/// <summary>Chooses the units a summary rests on: telling, unlike each other, not side by side, and sentences that stand on their own before pieces that do not.</summary>
internal static class UnitChoice
{
    private const double Alike = .3, Neighbor = .3, TooAlike = .45;

    /// <summary>A talk that says one thing over and over is not searched to its end.</summary>
    private const int TriesPerBullet = 30;

    /// <summary>The units of a talk's bullets.</summary>
    /// <returns>Indices in order of the talk.</returns>
    public static List<int> Choose(Groundwork work, RankingWeights weights) => Choose(work, weights, Candidates(work.Units), work.Shares, work.Count);

    /// <param name="left">Units to choose from; it is emptied.</param>
    /// <param name="shares">Where they are to come from; they cover the talk.</param>
    public static List<int> Choose(Groundwork work, RankingWeights weights, List<int> left, IReadOnlyList<Share> shares, int count)
    {
        var units = work.Units;
        var near = new double[units.Count];
        var taken = new int[shares.Count];
        var shareOf = new int[units.Count];
        for (var s = 0; s < shares.Count; s++)
            Array.Fill(shareOf, s, shares[s].First, shares[s].Last - shares[s].First + 1);
        var own = left.ToDictionary(i => i, i => work.Ranking.Value(i, weights));
        var likeness = new double[units.Count];
        var chosen = new List<int>();
        for (var tries = 0; chosen.Count < count && left.Count > 0 && tries < TriesPerBullet * count; tries++)
        {
            var best = left.MaxBy(i => own[i] - (Alike * likeness[i]) - near[i]);
            left.Remove(best);
            if (chosen.Any(c => Overlap.RougeL(units[c].Terms, units[best].Terms) > TooAlike))
                continue;
            chosen.Add(best);
            if (++taken[shareOf[best]] == shares[shareOf[best]].Quota)
                left.RemoveAll(i => shareOf[i] == shareOf[best]);
            foreach (var i in left)
            {
                likeness[i] = Math.Max(likeness[i], work.Salience.Likeness(i, best));
                near[i] = Math.Abs(i - best) <= 2 ? Neighbor : near[i];
            }
        }

        chosen.Sort();
        return chosen;
    }

    /// <summary>Whole sentences of a good length where there are any; else what there is.</summary>
    private static List<int> Candidates(IReadOnlyList<Unit> units)
    {
        var all = Enumerable.Range(0, units.Count).ToList();
        Predicate<int>[] wishes =
        [
            i => units[i] is { Cropped: false, Words: >= 8 and <= 45, Content.Count: >= 3 },
            i => units[i] is { Cropped: false, Words: >= 4 },
            i => !units[i].Cropped,
            _ => true,
        ];
        return wishes.Select(all.FindAll).First(found => found.Count > 0 || all.Count == 0);
    }
}
