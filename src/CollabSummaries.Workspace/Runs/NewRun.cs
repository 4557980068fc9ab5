using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Workspace.Runs;

/// <summary>A run as asked for.</summary>
/// <param name="Bullets">At most so many bullets; null: by length of the talk.</param>
/// <param name="RequestedBy">Author key.</param>
/// <param name="AsSuggestions">Whether its bullets are offered beside the summary instead of written into it.</param>
public sealed record NewRun(string TalkId, int? Bullets, bool QuotesOnly, string RequestedBy, bool AsSuggestions)
{
    /// <summary>Name of the model asked for; null: the server's own choice.</summary>
    public string? Model { get; init; }

    /// <summary>The template as it is now, as JSON; null: the model writes by none.</summary>
    public string? Template { get; init; }

    /// <summary>Null: the whole talk.</summary>
    public RunRewriting? Rewriting { get; init; }
}

/// <summary>Bullets a run writes anew, one part for each, in this order.</summary>
/// <param name="NewPassages">From other sentences than those they rest on.</param>
public sealed record RunRewriting(IReadOnlyList<string> BulletIds, bool NewPassages);

/// <summary>What a run learned when it had read the talk.</summary>
/// <param name="Device">"cpu" or "cuda: name of the card".</param>
/// <param name="DeviceNote">Why it is not the GPU, or why there is no model; null when nothing needs saying.</param>
public sealed record RunPlan(int PartsTotal, string Model, string Device, string? DeviceNote)
{
    /// <summary>SHA-256 of the weights; null where nobody knows it.</summary>
    public string? ModelHash { get; init; }

    /// <summary>How the model was asked, in words for people.</summary>
    public string? Parameters { get; init; }
}

/// <summary>A checked bullet as a part brings it.</summary>
/// <param name="Kind">"written" or "quoted".</param>
/// <param name="Support">"supported", "weak" or "unsupported".</param>
/// <param name="Notes">Why candidates were refused, one a line.</param>
public sealed record NewRunBullet(
    string? Section, string Text, string Kind, IReadOnlyList<PassagePiece> Passages, string Support, double Score, string Notes)
{
    /// <summary>All sentences that were written for it, each with why it was refused, as JSON.</summary>
    public string Candidates { get; init; } = "[]";

    /// <summary>Why its support is what it is; null when nothing needs saying.</summary>
    public string? Reason { get; init; }

    /// <summary>The bullet it was written for anew; null: it is a new one.</summary>
    public string? Replaces { get; init; }
}

/// <summary>How a run ended.</summary>
/// <param name="Stopped">Somebody stopped it; what is finished stays.</param>
public sealed record RunEnd(bool Stopped, long PromptTokens, long OutputTokens)
{
    /// <summary>Seconds it took to write them.</summary>
    public double WritingSeconds { get; init; }
}

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
