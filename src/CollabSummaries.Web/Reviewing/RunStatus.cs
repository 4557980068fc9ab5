using System.Globalization;
using CollabSummaries.Web.Shell;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Reviewing;

/// <summary>What everybody on the page reads about a run.</summary>
/// <param name="Line">"Run 3 · part 4 of 9 · writing · on cuda: NVIDIA H100".</param>
/// <param name="Note">Why it is not the GPU, why there is no model, or why it failed; null when nothing needs saying.</param>
internal sealed record RunStatus(string Line, string? Note, bool IsGoing, bool IsFailed, int Done, int Total)
{
    /// <param name="before">How many runs will be taken up before it; null: nobody counted.</param>
    /// <param name="tokensPerSecond">How fast its model writes now; null: nobody knows.</param>
    public static RunStatus Of(Run run, int? before = null, double? tokensPerSecond = null)
    {
        string?[] parts = run.State switch
        {
            RunState.Queued => [Place(before)],
            RunState.Running => [run.StopRequested ? "stopping" : null, Part(run), PhaseOf(run), On(run), Rate(tokensPerSecond)],
            RunState.Done => [$"done{Took(run)}", run.AsSuggestions ? "its bullets are offered as suggestions" : null, On(run), Rate(run.WritingSeconds > 0 ? run.OutputTokens / run.WritingSeconds : null)],
            RunState.Stopped => [$"stopped after {run.PartsDone} of {run.PartsTotal} parts{Took(run)}", "what was finished stays"],
            RunState.Failed => [run.PartsTotal > 0 ? $"failed at part {Math.Min(run.PartsDone + 1, run.PartsTotal)} of {run.PartsTotal}" : "failed"],
            _ => throw new ArgumentOutOfRangeException(nameof(run), run.State, "Unknown state of a run."),
        };
        var what = RunStore.RewritingOf(run) is { } anew ? $"{Wording.Count(anew.BulletIds.Count, "bullet")} anew" : null;
        var line = string.Join(" · ", parts.Prepend(what).OfType<string>().Prepend($"Run {run.Number}"));
        return new RunStatus(
            line,
            run.State == RunState.Failed ? run.Error : run.DeviceNote,
            run.State is RunState.Queued or RunState.Running,
            run.State == RunState.Failed,
            run.PartsDone,
            run.PartsTotal);
    }

    private static string? Part(Run run) =>
        run.PartsTotal > 0 ? $"part {Math.Min(run.PartsDone + 1, run.PartsTotal)} of {run.PartsTotal}" : null;

    private static string PhaseOf(Run run) => run.Phase switch
    {
        "landing" => "adding the bullets",
        "waiting" => "starting",
        var phase => phase,
    };

    private static string? On(Run run) => run.Model is null || run.Device is null ? null : $"{(run.Model == "quotes" ? "quotes only" : run.Model)} on {run.Device}";

    private static string Place(int? before) => before switch
    {
        null => "waiting for the model",
        0 => "queued, yours is next",
        var others => string.Create(CultureInfo.InvariantCulture, $"queued, {others} before yours"),
    };

    private static string? Rate(double? tokensPerSecond) =>
        tokensPerSecond is > 0 and var rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:0} tokens/s") : null;

    private static string Took(Run run) =>
        run is { StartedAt: { } start, EndedAt: { } end } ? $" in {Wording.Length((long)(end - start).TotalMilliseconds)}" : "";
}
