using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Runs;

/// <summary>Runs as workers see them. Laws: a claim raises the fence, and every write names the fence it was claimed under and is refused
/// when that is no longer the run's; a lease not renewed is void; a run whose workers died three times on the same part fails.</summary>
public sealed class RunQueue(WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>A worker is given up when it has not renewed its lease for so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker renews its lease.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private const int MostAttempts = 3;

    /// <summary>Takes the run whose turn it is (<see cref="RunOrder"/>); null: there is none, or whoever waits has as many at work as one person may.</summary>
    public Task<Run?> ClaimAsync(string worker, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context =>
            {
                var open = await OpenRuns.ReadAsync(context, context.Runs, now, CancellationToken.None).ConfigureAwait(false);
                foreach (var run in open.Waiting)
                {
                    if (run.StopRequested)
                        End(run, RunState.Stopped, now);
                    else if (run.Attempts >= MostAttempts)
                        Poison(run, now);
                    else
                        return open.AtWork.Count(x => x.RequestedBy == run.RequestedBy) < RunOrder.MostOfOnePerson ? Take(run, worker, now) : null;
                }

                return null;
            },
            stop);
    }

    /// <summary>Renews the lease.</summary>
    public Task<LeaseAnswer> HeartbeatAsync(Run run, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context =>
            {
                if (await FindHeldAsync(context, run).ConfigureAwait(false) is not { } held)
                    return LeaseAnswer.Lost;
                held.LeaseUntil = now + Lease;
                return held.StopRequested ? LeaseAnswer.StopRequested : LeaseAnswer.Held;
            },
            stop);
    }

    /// <summary>Keeps what the talk was cut into, and by what it is worked on.</summary>
    public Task SavePlanAsync(Run run, RunPlan plan, CancellationToken stop) => ChangeAsync(
        run,
        held =>
        {
            (held.PartsTotal, held.Phase) = (plan.PartsTotal, "writing");
            (held.Model, held.Device, held.DeviceNote) = (plan.Model, plan.Device, plan.DeviceNote);
            (held.ModelHash, held.Parameters) = (plan.ModelHash, plan.Parameters);
        },
        stop);

    /// <summary>The checkpoint: a finished part with its bullets in one transaction. A part saved before is not saved twice. Returns its rows.</summary>
    public Task<IReadOnlyList<RunBullet>> SavePartAsync(Run run, int part, IReadOnlyList<NewRunBullet> bullets, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync<IReadOnlyList<RunBullet>>(
            async context =>
            {
                var held = await GetHeldAsync(context, run).ConfigureAwait(false);
                if (await context.RunParts.AnyAsync(x => x.RunId == run.Id && x.Part == part, CancellationToken.None).ConfigureAwait(false))
                    return await context.RunBullets.Where(x => x.RunId == run.Id && x.Part == part).ToListAsync(CancellationToken.None).ConfigureAwait(false);

                var first = await context.RunBullets.CountAsync(x => x.RunId == run.Id, CancellationToken.None).ConfigureAwait(false);
                var rows = bullets.Select((x, i) => RowOf(x, held, part, first + i)).ToList();
                context.Add(new RunPart { RunId = run.Id, Part = part, FinishedAt = now });
                context.AddRange(rows);
                held.PartsDone++;
                held.Attempts = 1; // It gets on: only deaths on the same part count.
                return rows;
            },
            stop);
    }

    /// <summary>Parts finished so far.</summary>
    public Task<IReadOnlyList<int>> ListPartsAsync(string runId, CancellationToken stop) => writer.WriteAsync<IReadOnlyList<int>>(
        async context => await context.RunParts.Where(x => x.RunId == runId).Select(x => x.Part).ToListAsync(CancellationToken.None).ConfigureAwait(false),
        stop);

    /// <summary>The run is over.</summary>
    public Task FinishAsync(Run run, RunEnd end, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(
            run,
            held =>
            {
                held.PromptTokens += end.PromptTokens;
                held.OutputTokens += end.OutputTokens;
                held.WritingSeconds += end.WritingSeconds;
                End(held, end.Stopped ? RunState.Stopped : RunState.Done, now);
            },
            stop);
    }

    /// <summary>The run failed; <paramref name="error"/> says what, where, and what to do.</summary>
    public Task FailAsync(Run run, string error, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(run, held => { held.Error = error; End(held, RunState.Failed, now); }, stop);
    }

    /// <summary>Gives the run back in good order, for the next worker to go on after the last checkpoint; it counts as no attempt.</summary>
    public Task HandBackAsync(Run run, CancellationToken stop) => ChangeAsync(
        run,
        held =>
        {
            (held.State, held.Phase, held.LeaseOwner, held.LeaseUntil) = (RunState.Queued, "waiting", null, null);
            held.Attempts--;
        },
        stop);

    /// <summary>Voids all leases. For the start of the only process that has the database: whoever held them is dead.</summary>
    public Task<int> FreeAllAsync(CancellationToken stop) => writer.WriteAsync(
        context => context.Runs.Where(x => x.State == RunState.Running).ExecuteUpdateAsync(
            x => x.SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null).SetProperty(r => r.LeaseOwner, (string?)null), CancellationToken.None),
        stop);

    private static Run Take(Run run, string worker, DateTimeOffset now)
    {
        (run.State, run.Phase, run.LeaseOwner, run.LeaseUntil) = (RunState.Running, "reading", worker, now + Lease);
        run.Fence++;
        run.Attempts++;
        run.StartedAt ??= now;
        return run;
    }

    private static void Poison(Run run, DateTimeOffset now)
    {
        run.Error = $"The server stopped {run.Attempts} times while it worked on part {run.PartsDone + 1}. " +
            "What was finished stays. If the server runs out of memory, give it more or use quotes only; then retry.";
        End(run, RunState.Failed, now);
    }

    private static void End(Run run, RunState state, DateTimeOffset now)
    {
        (run.State, run.EndedAt, run.OpenKey) = (state, now, null);
        (run.LeaseOwner, run.LeaseUntil) = (null, null);
    }

    private static RunBullet RowOf(NewRunBullet bullet, Run run, int part, int index) => new()
    {
        RunId = run.Id, Index = index, Part = part, Section = bullet.Section, Text = bullet.Text, Kind = bullet.Kind,
        Passages = Log.Passages.ToJson(bullet.Passages), Support = bullet.Support, Score = bullet.Score, Notes = bullet.Notes,
        Candidates = bullet.Candidates, Reason = bullet.Reason, Replaces = bullet.Replaces,
        State = run.AsSuggestions ? RunBulletState.Suggested : RunBulletState.Pending, BulletId = Ids.New(),
    };

    private static Task<Run?> FindHeldAsync(WorkspaceContext context, Run run) => context.Runs.SingleOrDefaultAsync(
        x => x.Id == run.Id && x.Fence == run.Fence && x.State == RunState.Running && x.LeaseOwner != null, CancellationToken.None);

    private static async Task<Run> GetHeldAsync(WorkspaceContext context, Run run) =>
        await FindHeldAsync(context, run).ConfigureAwait(false) ?? throw new RunLostException(run.Id);

    private Task ChangeAsync(Run run, Action<Run> change, CancellationToken stop) => writer.WriteAsync(
        async context => change(await GetHeldAsync(context, run).ConfigureAwait(false)), stop);
}
