using CollabSummaries.Summarization.Checking;
using CollabSummaries.Transcripts;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Web.Runs;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing.Bullets;

/// <summary>What came of giving a bullet evidence.</summary>
/// <param name="Given">Rows that are new, for an undo.</param>
internal sealed record EvidenceGiven(string Message, IReadOnlyList<string> Given);

/// <summary>Gives bullets that people write what they rest on: found by their words, or selected by hand.</summary>
internal sealed class EvidenceGiving(TalkStore talks, SummaryLog log, SummaryWriting writing, IAccess access)
{
    private const int MostPassages = 3, MostSelected = 40;
    private const double NearlyAsGood = .7;

    /// <summary>Looks for the passages a bullet rests on, best first, and links it to them. What it finds is as good as its words say, and never more.</summary>
    public async Task<EvidenceGiven> FindAsync(Who who, string talkId, BulletPlace place, CancellationToken stop)
    {
        var bullet = await BulletAsync(who, talkId, place, stop);
        if (bullet is not { } found)
            return new("That bullet is no longer there.", []);
        var segments = await talks.ListSegmentsAsync(talkId, stop);
        var linked = await Task.Run(
            () => EvidenceLinking.Link(found.Text, [.. segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))]), stop);
        var passages = linked.Take(MostPassages).TakeWhile(x => x.Score >= NearlyAsGood * linked[0].Score).ToList();
        if (passages.Count == 0)
            return new("No passage of the transcript shares its telling words.", []);
        var support = SupportCheck.Of(found.Text, string.Join('\n', passages.Select(x => segments[x.Segment].Speaker is { } speaker ? $"{speaker}: {x.Quote}" : x.Quote)));
        var state = RunInput.WordOf(support.State);
        var pieces = passages.Select((x, k) => new PassagePiece(k, x.Segment, x.Start, x.End, x.Quote)).ToList();
        var reason = state == "supported" ? null : state == "weak" ? "Found by its words, of which not enough were said there." : "Found by its words, of which hardly any were said there.";
        var given = await GiveAsync(who, talkId, found.Id, new GivenEvidence(found.Id, pieces, state, support.Score, "found", Reason: reason), stop);
        return new(given.Count == 0 ? "It is linked to that passage already." : state == "supported" ? "Linked to its passage." : $"Linked to the nearest passage; its support is {state}.", given);
    }

    /// <summary>Links a bullet to what a person selected in the transcript.</summary>
    public async Task<EvidenceGiven> LinkAsync(Who who, string talkId, BulletPlace place, IReadOnlyList<SelectedPiece> selected, CancellationToken stop)
    {
        var bullet = await BulletAsync(who, talkId, place, stop);
        if (bullet is not { } found)
            return new("That bullet is no longer there.", []);
        var segments = await talks.ListSegmentsAsync(talkId, stop);
        if (selected.Count is 0 or > MostSelected || selected.Any(x => x.Segment < 0 || x.Segment >= segments.Count || x.Start < 0 || x.End <= x.Start || x.End > segments[x.Segment].Text.Length))
            return new($"Select up to {MostSelected} lines of the transcript.", []);
        var pieces = selected.OrderBy(x => x.Segment).ThenBy(x => x.Start).Select(x => new PassagePiece(0, x.Segment, x.Start, x.End, segments[x.Segment].Text[x.Start..x.End])).ToList();
        var given = await GiveAsync(who, talkId, found.Id, new GivenEvidence(found.Id, pieces, "supported", 1, "linked"), stop);
        return new(given.Count == 0 ? "It is linked to that passage already." : "Added as evidence.", given);
    }

    public async Task UndoAsync(Who who, string talkId, IReadOnlyList<string> given, CancellationToken stop)
    {
        foreach (var id in given)
            await writing.RemoveEvidenceAsync(who, talkId, id, stop);
    }

    private async Task<CollabSummaries.Editing.Bullets.BulletLine?> BulletAsync(Who who, string talkId, BulletPlace place, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        return await log.OpenAsync(talkId, stop) is { } summary ? place.In(summary.State) : null;
    }

    private async Task<IReadOnlyList<string>> GiveAsync(Who who, string talkId, string bulletId, GivenEvidence given, CancellationToken stop)
    {
        HashSet<string> before = [];
        await writing.WriteAsync(talkId, who.AuthorKey, UpdateKind.Edit, Plan, stop);
        List<string> now = [];
        await writing.WriteAsync(talkId, who.AuthorKey, UpdateKind.Edit, Look, stop);
        return [.. now.Where(x => !before.Contains(x))];

        PlannedEdit? Plan(SummaryNow state)
        {
            before = [.. state.Evidence.Of(bulletId).Select(x => x.Id)];
            return state.State.Bullets.Find(bulletId) is null ? null : new PlannedEdit(null, Given: [given]);
        }

        PlannedEdit? Look(SummaryNow state)
        {
            now = [.. state.Evidence.Of(bulletId).Where(x => x.GivenBy == who.AuthorKey).Select(x => x.Id)];
            return null;
        }
    }
}
