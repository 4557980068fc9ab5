using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Workspace.Runs;

/// <summary>A run as asked for.</summary>
/// <param name="Bullets">At most so many bullets; null: by length of the talk.</param>
/// <param name="RequestedBy">Author key.</param>
/// <param name="AsSuggestions">Whether its bullets are offered beside the summary instead of written into it.</param>
public sealed record NewRun(string TalkId, int? Bullets, bool QuotesOnly, string RequestedBy, bool AsSuggestions);

/// <summary>What a run learned when it had read the talk.</summary>
/// <param name="Device">"cpu" or "cuda: name of the card".</param>
/// <param name="DeviceNote">Why it is not the GPU, or why there is no model; null when nothing needs saying.</param>
public sealed record RunPlan(int PartsTotal, string Model, string Device, string? DeviceNote);

/// <summary>A checked bullet as a part brings it.</summary>
/// <param name="Kind">"written" or "quoted".</param>
/// <param name="Support">"supported", "weak" or "unsupported".</param>
/// <param name="Notes">Why candidates were refused, one a line.</param>
public sealed record NewRunBullet(
    string? Section, string Text, string Kind, IReadOnlyList<PassagePiece> Passages, string Support, double Score, string Notes);

/// <summary>How a run ended.</summary>
/// <param name="Stopped">Somebody stopped it; what is finished stays.</param>
public sealed record RunEnd(bool Stopped, long PromptTokens, long OutputTokens);

/// <summary>What the worker hears when it renews its lease.</summary>
public enum LeaseAnswer
{
    /// <summary>Go on.</summary>
    Held,

    /// <summary>Go no further; somebody asked to stop.</summary>
    StopRequested,

    /// <summary>Another worker has the run, or it is over: write nothing more.</summary>
    Lost,
}

/// <summary>A write under a fence that is no longer the run's: another worker took it over.</summary>
public sealed class RunLostException(string runId) : Exception($"Run {runId} is no longer held by this worker.");
