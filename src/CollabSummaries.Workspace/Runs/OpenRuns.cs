using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Runs;

/// <summary>Runs that are not over.</summary>
/// <param name="Waiting">Nobody holds them, in the order in which they will be taken up.</param>
/// <param name="AtWork">Held by workers.</param>
public sealed record OpenRuns(IReadOnlyList<Run> Waiting, IReadOnlyList<Run> AtWork)
{
    internal static async Task<OpenRuns> ReadAsync(WorkspaceContext context, IQueryable<Run> runs, DateTimeOffset now, CancellationToken stop)
    {
        var open = await runs.Where(x => x.State == RunState.Queued || x.State == RunState.Running).ToListAsync(stop).ConfigureAwait(false);
        var atWork = open.Where(x => x.State == RunState.Running && x.LeaseUntil > now).ToList();
        var waiting = open.Except(atWork).ToList();
        var people = waiting.Select(x => x.RequestedBy).Distinct().ToList();
        var begun = await context.Runs.Where(x => people.Contains(x.RequestedBy) && x.StartedAt != null)
            .GroupBy(x => x.RequestedBy).Select(g => new { Person = g.Key, At = g.Max(x => x.StartedAt) }).ToListAsync(stop).ConfigureAwait(false);
        return new OpenRuns(RunOrder.Of(waiting, atWork, begun.ToDictionary(x => x.Person, x => x.At!.Value, StringComparer.Ordinal)), atWork);
    }
}
