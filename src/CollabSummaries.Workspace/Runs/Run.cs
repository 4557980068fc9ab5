namespace CollabSummaries.Workspace.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    Queued,
    Running,
    Done,
    Stopped,
    Failed,
}

/// <summary>One generation of bullets, kept as a row that any worker can take over (design: trust, "Runs are rows").</summary>
public sealed class Run
{
    public required string Id { get; init; }

    public required string TalkId { get; init; }

    /// <summary>Number of the run within its talk, from 1.</summary>
    public required int Number { get; init; }

    public required RunState State { get; set; }

    /// <summary>What is going on, one word for people: "waiting", "reading", "writing", "checking", "landing".</summary>
    public required string Phase { get; set; }

    public int PartsDone { get; set; }

    /// <summary>0 until the talk was read.</summary>
    public int PartsTotal { get; set; }

    /// <summary>At most so many bullets; null: by length.</summary>
    public int? Bullets { get; init; }

    public bool QuotesOnly { get; init; }

    /// <summary>Name of the model asked for; null: the server's own choice.</summary>
    public string? ModelAsked { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Model { get; set; }

    /// <summary>SHA-256 of the model's weights; null where another server has them, or nothing was written.</summary>
    public string? ModelHash { get; set; }

    /// <summary>The template as it was, as JSON; null where the model writes by none.</summary>
    public string? Template { get; init; }

    /// <summary>How the model was asked, in words for people; null until the talk was read.</summary>
    public string? Parameters { get; set; }

    /// <summary>Which bullets are written anew, as JSON; null: the whole talk is summarized.</summary>
    public string? Rewriting { get; init; }

    public string? Device { get; set; }

    /// <summary>Why it is not the GPU, or why there is no model; null when nothing needs saying.</summary>
    public string? DeviceNote { get; set; }

    public long PromptTokens { get; set; }

    public long OutputTokens { get; set; }

    /// <summary>Seconds in which those tokens were written, waiting for one's turn with the model included.</summary>
    public double WritingSeconds { get; set; }

    /// <summary>What failed, where, and what to do; null unless failed.</summary>
    public string? Error { get; set; }

    /// <summary>Somebody asked to stop; what is finished stays.</summary>
    public bool StopRequested { get; set; }

    /// <summary>Whether bullets land as suggestions because the summary held bullets when the run was asked for.</summary>
    public required bool AsSuggestions { get; init; }

    /// <summary>Worker holding the run; null when free.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>The lease is void from then on.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Rises with every claim; a write under an older fence is refused.</summary>
    public long Fence { get; set; }

    /// <summary>How often a worker took it up; the run fails after the third that died.</summary>
    public int Attempts { get; set; }

    /// <summary>Hash of talk, template and parameters while the run is not over: a double click finds the run it started.</summary>
    public string? OpenKey { get; set; }
}
