using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Bullets;

public sealed class BulletMapLawTests
{
    [Fact]
    public void Bullets_are_exactly_the_bullet_lines_whatever_is_typed() => ForAll(step =>
    {
        var fresh = BulletMap.Parse(step.After.ToText(), step.TextAfter);

        Assert.Equal(fresh.Bullets, step.After.Bullets);
        Assert.Equal(step.After.Bullets.Count, step.After.Bullets.Select(bullet => bullet.Id).Distinct().Count());
    });

    [Fact]
    public void A_bullet_whose_line_is_untouched_keeps_its_id() => ForAll(step =>
    {
        foreach (var bullet in step.Before.Bullets)
        {
            if (!step.Changes.Ranges.All(range => range.ToA < bullet.LineStart || range.FromA > bullet.LineEnd)) continue;
            var after = step.After.Find(bullet.Id);

            Assert.Equal(bullet.Text, after?.Text);
            Assert.Equal(step.Changes.MapPosition(bullet.LineStart, 1), after?.LineStart);
        }
    });

    [Fact]
    public void What_happened_accounts_for_every_bullet() => ForAll(step =>
    {
        var (before, after) = (Ids(step.Before), Ids(step.After));
        var fates = step.Happened.ToDictionary(one => one.Id);

        Assert.All(before.Except(after), id => Assert.True(fates[id].Fate is BulletFate.Removed or BulletFate.Joined));
        Assert.All(after.Except(before), id => Assert.True(fates[id].Fate is BulletFate.Added or BulletFate.Split));
        Assert.All(before.Intersect(after).Intersect(fates.Keys), id => Assert.True(fates[id].Fate is BulletFate.Kept or BulletFate.Moved));
        Assert.All(step.Happened.Where(one => one.Fate == BulletFate.Joined), one => Assert.Contains(one.Other!, after));
        Assert.All(step.Happened.Where(one => one.Fate == BulletFate.Split), one => Assert.Contains(one.Other!, before));
    });

    [Fact]
    public void The_same_log_gives_the_same_ids() => ForAll(step =>
    {
        var resumed = BulletMap.Parse(step.Before.ToText(), step.TextBefore);

        Assert.Equal(step.After.ToText(), resumed.Advance(step.TextBefore, step.Changes, step.TextAfter, step.Version).Map.ToText());
    });

    private static HashSet<string> Ids(BulletMap map) => [.. map.Bullets.Select(bullet => bullet.Id)];

    private static void ForAll(Action<Step> law)
    {
        var random = new Random(Seeds.Take());
        for (var log = 0; log < Seeds.Cases(200); log++)
        {
            var (text, map) = ("", BulletMap.Empty);
            for (var version = 1; version <= 30; version++)
            {
                var changes = version == 1 ? ChangeSet.Replace(0, 0, 0, random.Markdown(8)) : random.MarkdownChange(text);
                var after = changes.Apply(text);
                var (next, happened) = map.Advance(text, changes, after, version);
                law(new Step(text, map, changes, version, after, next, happened));
                (text, map) = (after, next);
            }
        }
    }

    private sealed record Step(
        string TextBefore, BulletMap Before, ChangeSet Changes, long Version, string TextAfter, BulletMap After, IReadOnlyList<BulletChange> Happened);
}
