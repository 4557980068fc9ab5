using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Runs.Queue;

/// <summary>Tells runs that wait how many are before them, whenever the line moves.</summary>
internal sealed class RunPlaces(RunStore runs, RunFeed feed)
{
    /// <summary>How many runs will be taken up before this one; null: it does not wait.</summary>
    public async Task<int?> FindAsync(string runId, CancellationToken stop) => (await ListAsync(stop)).TryGetValue(runId, out var before) ? before : null;

    /// <summary>How many runs will be taken up before each that waits, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ListAsync(CancellationToken stop)
    {
        var waiting = (await runs.ListOpenAsync(stop)).Waiting;
        return waiting.Index().ToDictionary(x => x.Item.Id, x => x.Index, StringComparer.Ordinal);
    }

    /// <summary>Every waiting run hears its place.</summary>
    public async Task TellAsync(CancellationToken stop)
    {
        var waiting = (await runs.ListOpenAsync(stop)).Waiting;
        for (var k = 0; k < waiting.Count; k++)
            feed.Tell(waiting[k], k);
    }
}
