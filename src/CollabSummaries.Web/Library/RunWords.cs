using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Library;

/// <summary>How the library says where a talk's latest run stands: by icon and word as well as color.</summary>
/// <param name="Tone">CSS class of the tag beside its own.</param>
internal sealed record RunWords(string Icon, string Text, string Tone, bool IsGoing)
{
    public static RunWords Of(RunLine? run) => run switch
    {
        null => new("○", "no run yet", "", false),
        { State: RunState.Queued, Before: { } before } => new("◔", before == 0 ? "queued, next" : $"queued, {before} before it", "model", true),
        { State: RunState.Queued } => new("◔", "waiting for the model", "model", true),
        { State: RunState.Running, PartsTotal: 0 } => new("◐", "reading", "model", true),
        { State: RunState.Running } => new("◐", $"summarizing {Math.Min(run.PartsDone + 1, run.PartsTotal)} of {run.PartsTotal}", "model", true),
        { State: RunState.Done } => new("✓", "summarized", "ok", false),
        { State: RunState.Stopped } => new("◼", $"stopped after {run.PartsDone} of {run.PartsTotal}", "", false),
        { State: RunState.Failed } => new("✕", "run failed", "bad", false),
        _ => throw new ArgumentOutOfRangeException(nameof(run), run.State, "Unknown state of a run."),
    };
}
