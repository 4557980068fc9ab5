using System.Text.Json;
using CollabSummaries.Summarization;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs.Record;

/// <summary>How a bullet came about.</summary>
public sealed record BulletRecord(RunBullet Bullet, IReadOnlyList<Candidate> Candidates, IReadOnlyList<PassagePiece> Passages);

/// <summary>Reads what is kept of runs, for whoever may read the talk.</summary>
internal sealed class RunRecords(RunStore runs, IAccess access)
{
    /// <summary>Latest first.</summary>
    public async Task<IReadOnlyList<Run>> ListAsync(Who who, string talkId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Read, stop);
        return await runs.ListAsync(talkId, stop);
    }

    public async Task<IReadOnlyList<BulletRecord>> ListBulletsAsync(Who who, Run run, CancellationToken stop)
    {
        await access.RequireAsync(who, run.TalkId, Right.Read, stop);
        return [.. (await runs.ListBulletsAsync(run.Id, stop)).Select(Read)];
    }

    /// <summary>What runs wrote for a bullet of the summary, latest first.</summary>
    public async Task<IReadOnlyList<(Run Run, BulletRecord Record)>> ListOfBulletAsync(Who who, string talkId, string bulletId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Read, stop);
        var known = (await runs.ListAsync(talkId, stop)).ToDictionary(x => x.Id, StringComparer.Ordinal);
        return [.. (await runs.ListWrittenForAsync(talkId, [bulletId], stop)).Select(x => (known[x.RunId], Read(x)))];
    }

    private static BulletRecord Read(RunBullet bullet) =>
        new(bullet, JsonSerializer.Deserialize<List<Candidate>>(bullet.Candidates, RunInput.Json) ?? [], Passages.FromJson(bullet.Passages));
}
