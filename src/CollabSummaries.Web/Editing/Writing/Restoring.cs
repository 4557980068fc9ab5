using CollabSummaries.Editing;
using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Writing;

/// <summary>A summary as it was, with what its bullets rested on.</summary>
internal sealed record SummaryThen(SessionState State, IReadOnlyList<KeptEvidence> Evidence);

/// <summary>Plans the edit that brings back what was, as a new change: history only ever grows.</summary>
internal static class Restoring
{
    /// <returns>Null when nothing differs.</returns>
    public static PlannedEdit? PlanAll(SummaryNow now, SummaryThen then)
    {
        var changes = TextDiff.Between(now.State.Text, then.State.Text);
        var ids = then.State.Bullets.Bullets.ToDictionary(x => x.LineStart, x => x.Id);
        return Plan(now, then, changes, ids, [.. ids.Values]);
    }

    /// <returns>Null when the bullet is as it was, or was not there then.</returns>
    public static PlannedEdit? PlanBullet(SummaryNow now, SummaryThen then, string bulletId)
    {
        if (then.State.Bullets.Find(bulletId) is not { } bullet)
            return null;
        var line = then.State.Text[bullet.LineStart..bullet.LineEnd];
        var text = now.State.Text;
        if (now.State.Bullets.Find(bulletId) is { } present)
            return Plan(now, then, ChangeSet.Replace(text.Length, present.LineStart, present.LineEnd, line), new() { [present.LineStart] = bulletId }, [bulletId]);

        var at = PlaceFor(now.State.Bullets, then.State.Bullets, bulletId) ?? text.AsSpan().TrimEnd().Length;
        var insert = at > 0 ? "\n" + line : text.Length > 0 ? line + "\n" : line;
        return Plan(now, then, ChangeSet.Of(text.Length, [NewLines.After(text, at, insert, typing: false)]), new() { [at > 0 ? at + 1 : 0] = bulletId }, [bulletId]);
    }

    /// <summary>Behind the nearest bullet that stood before it then and is still here.</summary>
    private static int? PlaceFor(BulletMap now, BulletMap then, string bulletId)
    {
        int? place = null;
        foreach (var bullet in then.Bullets)
        {
            if (bullet.Id == bulletId)
                break;
            place = now.Find(bullet.Id)?.LineEnd ?? place;
        }

        return place;
    }

    private static PlannedEdit? Plan(SummaryNow now, SummaryThen then, ChangeSet changes, Dictionary<int, string> ids, HashSet<string> bullets)
    {
        var wanted = then.Evidence.Where(x => bullets.Contains(x.BulletId)).ToList();
        var held = bullets.SelectMany(now.Evidence.Of).ToList();
        var given = wanted.Where(x => !held.Exists(h => h.BulletId == x.BulletId && h.Passages == x.Passages)).Select(x =>
            new GivenEvidence(x.BulletId, Passages.FromJson(x.Passages), x.Support, x.Score, x.Kind, x.GivenFor, x.Reason)).ToList();
        var removed = held.Where(x => !wanted.Exists(w => w.BulletId == x.BulletId && w.Passages == x.Passages)).Select(x => x.Id).ToList();
        var same = changes.IsEmpty || changes.Apply(now.State.Text) == now.State.Text;
        if (same && given.Count == 0 && removed.Count == 0)
            return null;
        return new PlannedEdit(same ? null : changes, ids, given, removed);
    }
}
