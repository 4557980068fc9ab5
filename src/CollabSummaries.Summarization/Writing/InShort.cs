using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing;

/// <summary>The bullets of a plan's overview. They stand once more in their sections, in the same words, so they are written once.</summary>
internal sealed class InShort
{
    private readonly HashSet<int> _units = [];
    private readonly Dictionary<int, Bullet> _bullets = [];

    public InShort(SummaryPlan plan, IReadOnlyDictionary<int, IReadOnlyList<Bullet>> finished)
    {
        if (plan.Parts is not [{ IsOverview: true, Chosen: var chosen }, ..])
            return;
        if (!finished.TryGetValue(0, out var kept))
            _units.UnionWith(chosen);
        else if (kept.Count == chosen.Count)
        {
            // A run that goes on has its overview already.
            foreach (var (unit, bullet) in chosen.Zip(kept))
                Keep(unit, bullet);
        }
    }

    /// <summary>Whether the overview has, or will have, a bullet on this unit before the sections are asked.</summary>
    public bool Holds(int unit) => _units.Contains(unit);

    public Bullet? Find(int unit, string? section) => _bullets.TryGetValue(unit, out var bullet) ? bullet with { Section = section } : null;

    public void Keep(int unit, Bullet bullet)
    {
        _units.Add(unit);
        _bullets[unit] = bullet;
    }
}
