using CollabSummaries.Editing;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs.Rewriting;

/// <summary>What came of putting a bullet in another's place.</summary>
internal enum Replacement
{
    Done,

    /// <summary>A person changed the bullet since a run wrote it, or wrote it themselves: it stays.</summary>
    Edited,

    /// <summary>The bullet is no longer there.</summary>
    Gone,
}

/// <summary>Puts what a run wrote anew in the place of its bullet, which keeps its id and the evidence people gave it. Doing it twice does it once.</summary>
internal sealed class Replacing(RunStore runs, SummaryWriting writing)
{
    /// <param name="isAccepted">A person wants it, whatever they or others wrote there.</param>
    /// <returns>What came of it, and the version it made; null when it made none.</returns>
    public async Task<(Replacement Outcome, long? Version)> ReplaceAsync(Run run, RunBullet row, bool isAccepted, CancellationToken stop)
    {
        var id = row.Replaces ?? throw new ArgumentException("It replaces no bullet.", nameof(row));
        var words = Landing.Line(row.Text, Landing.LongestBullet);
        var byRuns = (await runs.ListWrittenForAsync(run.TalkId, [id], stop)).Where(x => x.State is RunBulletState.Landed or RunBulletState.Accepted)
            .Select(x => Landing.Line(x.Text, Landing.LongestBullet)).ToHashSet(StringComparer.Ordinal);
        var (outcome, made) = (Replacement.Gone, false);
        var version = await writing.WriteAsync(run.TalkId, RunStore.AuthorKeyOf(run), UpdateKind.Run, Plan, stop);
        if (outcome == Replacement.Done)
            await writing.WriteAsync(run.TalkId, RunStore.AuthorKeyOf(run), UpdateKind.Run, now => Rest(now, id, words, row), stop);
        return (outcome, made ? version : null);

        PlannedEdit? Plan(SummaryNow now)
        {
            var found = now.State.Bullets.Find(id);
            outcome = found is not { } bullet ? Replacement.Gone : bullet.Text == words || isAccepted || byRuns.Contains(bullet.Text) ? Replacement.Done : Replacement.Edited;
            made = outcome == Replacement.Done && found!.Value.Text != words;
            return made ? Words(now, found!.Value, words) : null;
        }
    }

    private static PlannedEdit Words(SummaryNow now, CollabSummaries.Editing.Bullets.BulletLine bullet, string words)
    {
        var line = now.State.Text[bullet.LineStart..bullet.LineEnd];
        var from = bullet.LineStart + (bullet.Text.Length == 0 ? line.Length : line.IndexOf(bullet.Text, StringComparison.Ordinal));
        return new PlannedEdit(ChangeSet.Replace(now.State.Text.Length, from, from + bullet.Text.Length, words), new Dictionary<int, string> { [bullet.LineStart] = bullet.Id });
    }

    /// <summary>Its evidence goes with the words it was given for, except what a person linked.</summary>
    private static PlannedEdit? Rest(SummaryNow now, string id, string words, RunBullet row)
    {
        if (now.State.Bullets.Find(id) is not { } bullet || bullet.Text != words)
            return null;
        var held = now.Evidence.Of(id);
        if (held.Any(x => x.GivenFor == words && x.Passages == row.Passages))
            return null;
        var given = new GivenEvidence(id, Passages.FromJson(row.Passages), row.Support, row.Score, row.Kind, Reason: row.Reason);
        return new PlannedEdit(null, Given: [given], Removed: [.. held.Where(x => x.Kind is not "linked").Select(x => x.Id)]);
    }
}
