using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Runs;

/// <summary>Runs as people see them: asking, stopping, reading, suggestions. The worker's side is <see cref="RunQueue"/>.</summary>
public sealed class RunStore(IDbContextFactory<SqliteWorkspaceContext> contexts, WorkspaceWriter writer, TimeProvider time)
{
    /// <summary>Queues a run. The same wish while such a run is not over returns that run, so a double click starts one.
    /// While another run of the talk is not over, the new one brings suggestions: two runs must not write the same summary twice.</summary>
    public Task<Run> RequestAsync(NewRun wish, CancellationToken stop)
    {
        var key = OpenKeyOf(wish);
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async context =>
            {
                if (await context.Runs.SingleOrDefaultAsync(x => x.OpenKey == key, CancellationToken.None).ConfigureAwait(false) is { } open)
                    return open;

                var before = context.Runs.Where(x => x.TalkId == wish.TalkId);
                var number = await before.MaxAsync(x => (int?)x.Number, CancellationToken.None).ConfigureAwait(false) ?? 0;
                var another = await before.AnyAsync(x => x.OpenKey != null, CancellationToken.None).ConfigureAwait(false);
                var run = new Run
                {
                    Id = Ids.New(), TalkId = wish.TalkId, Number = number + 1, State = RunState.Queued, Phase = "waiting",
                    Bullets = wish.Bullets, QuotesOnly = wish.QuotesOnly, RequestedBy = wish.RequestedBy, CreatedAt = now,
                    AsSuggestions = wish.AsSuggestions || another, OpenKey = key, ModelAsked = wish.Model, Template = wish.Template, Rewriting = RewritingToJson(wish.Rewriting),
                };
                context.Add(run);
                await Authors.KeepAsync(context, AuthorKeyOf(run), $"model run {run.Number}", 0, AuthorKind.Run).ConfigureAwait(false);
                return run;
            },
            stop);
    }

    /// <summary>Who a run's updates are kept under.</summary>
    public static string AuthorKeyOf(Run run) => $"run:{run.Id}";

    /// <summary>A queued run stops at once, a running one when its worker hears of it. False: it was over already.</summary>
    public async Task<bool> RequestStopAsync(string runId, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await writer.WriteAsync(
            async context =>
            {
                var run = await context.Runs.SingleOrDefaultAsync(x => x.Id == runId && x.OpenKey != null, CancellationToken.None).ConfigureAwait(false);
                if (run is null)
                    return false;
                run.StopRequested = true;
                if (run.State == RunState.Queued)
                    (run.State, run.EndedAt, run.OpenKey) = (RunState.Stopped, now, null);
                return true;
            },
            stop).ConfigureAwait(false);
    }

    /// <summary>Queues a failed or stopped run again; its finished parts are not done twice. False: it is not in such a state, or the same wish runs.</summary>
    public Task<bool> RetryAsync(string runId, CancellationToken stop) => writer.WriteAsync(
        async context =>
        {
            var run = await context.Runs.SingleOrDefaultAsync(x => x.Id == runId, CancellationToken.None).ConfigureAwait(false);
            if (run is not { State: RunState.Failed or RunState.Stopped })
                return false;
            var wish = new NewRun(run.TalkId, run.Bullets, run.QuotesOnly, run.RequestedBy, run.AsSuggestions) { Model = run.ModelAsked, Template = run.Template, Rewriting = RewritingOf(run) };
            var key = OpenKeyOf(wish);
            if (await context.Runs.AnyAsync(x => x.OpenKey == key, CancellationToken.None).ConfigureAwait(false))
                return false;
            (run.State, run.Phase, run.OpenKey, run.Attempts) = (RunState.Queued, "waiting", key, 0);
            (run.Error, run.EndedAt, run.StopRequested) = (null, null, false);
            return true;
        },
        stop);

    public async Task<Run?> FindAsync(string runId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Runs.AsNoTracking().SingleOrDefaultAsync(x => x.Id == runId, stop).ConfigureAwait(false);
    }

    /// <summary>Runs of a talk, latest first.</summary>
    public async Task<IReadOnlyList<Run>> ListAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.Runs.AsNoTracking().Where(x => x.TalkId == talkId).OrderByDescending(x => x.Number).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Runs of all talks that are not over, those that wait in the order of their turns.</summary>
    public async Task<OpenRuns> ListOpenAsync(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await OpenRuns.ReadAsync(context, context.Runs.AsNoTracking(), time.GetUtcNow(), stop).ConfigureAwait(false);
    }

    /// <summary>Bullets of a run in order.</summary>
    public async Task<IReadOnlyList<RunBullet>> ListBulletsAsync(string runId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.RunBullets.AsNoTracking().Where(x => x.RunId == runId).OrderBy(x => x.Index).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Bullets offered beside the summary, earlier runs first.</summary>
    public async Task<IReadOnlyList<RunBullet>> ListSuggestionsAsync(string talkId, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.RunBullets.AsNoTracking()
            .Join(context.Runs.Where(x => x.TalkId == talkId), x => x.RunId, x => x.Id, (bullet, run) => new { bullet, run.Number })
            .Where(x => x.bullet.State == RunBulletState.Suggested)
            .OrderBy(x => x.Number).ThenBy(x => x.bullet.Index)
            .Select(x => x.bullet)
            .ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Moves bullets of a run from one state to another; returns how many were in the first and moved.</summary>
    /// <param name="landedAt">The version they came into the summary with; null leaves it as it is.</param>
    public Task<int> SetBulletStateAsync(
        string runId, IReadOnlyCollection<int> indices, RunBulletState from, RunBulletState to, long? landedAt, CancellationToken stop) =>
        writer.WriteAsync(
            context => context.RunBullets.Where(x => x.RunId == runId && indices.Contains(x.Index) && x.State == from)
                .ExecuteUpdateAsync(x => x.SetProperty(b => b.State, to).SetProperty(b => b.LandedAt, b => landedAt ?? b.LandedAt), CancellationToken.None),
            stop);

    /// <summary>What runs have written for a bullet of the summary: the run that made it and those that wrote it anew, latest first.</summary>
    public async Task<IReadOnlyList<RunBullet>> ListWrittenForAsync(string talkId, IReadOnlyCollection<string> bulletIds, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
        return await context.RunBullets.AsNoTracking()
            .Join(context.Runs.Where(x => x.TalkId == talkId), x => x.RunId, x => x.Id, (bullet, run) => new { bullet, run.Number })
            .Where(x => bulletIds.Contains(x.bullet.BulletId) || (x.bullet.Replaces != null && bulletIds.Contains(x.bullet.Replaces)))
            .OrderByDescending(x => x.Number).ThenByDescending(x => x.bullet.Index)
            .Select(x => x.bullet)
            .ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The bullets a run writes anew; null: it summarizes the whole talk.</summary>
    public static RunRewriting? RewritingOf(Run run) => run.Rewriting is null ? null : JsonSerializer.Deserialize<RunRewriting>(run.Rewriting, Json);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string? RewritingToJson(RunRewriting? rewriting) => rewriting is null ? null : JsonSerializer.Serialize(rewriting, Json);

    private static string OpenKeyOf(NewRun wish)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{wish.TalkId}\n{wish.Bullets}\n{wish.QuotesOnly}\n{wish.Model}\n{wish.Template}\n{RewritingToJson(wish.Rewriting)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }
}
