namespace CollabSummaries.Workspace.Runs;

/// <summary>What became of a run's bullet.</summary>
public enum RunBulletState
{
    /// <summary>Written to the row, not yet in the summary.</summary>
    Pending,

    /// <summary>In the summary by the run itself.</summary>
    Landed,

    /// <summary>Offered beside the summary.</summary>
    Suggested,
    Accepted,
    Dismissed,
}

/// <summary>A checked bullet of a run; the rows of a part are its checkpoint.</summary>
public sealed class RunBullet
{
    public required string RunId { get; init; }

    /// <summary>Place within the run, from 0.</summary>
    public required int Index { get; init; }

    public required int Part { get; init; }

    public string? Section { get; init; }

    public required string Text { get; init; }

    /// <summary>"written" or "quoted".</summary>
    public required string Kind { get; init; }

    /// <summary>Passages as JSON (see <see cref="Log.Passages"/>).</summary>
    public required string Passages { get; set; }

    /// <summary>"supported", "weak" or "unsupported".</summary>
    public required string Support { get; init; }

    public required double Score { get; init; }

    /// <summary>Why candidates were refused, one a line.</summary>
    public required string Notes { get; init; }

    /// <summary>All sentences that were written for it, each with why it was refused, as JSON.</summary>
    public string Candidates { get; init; } = "[]";

    /// <summary>Why its support is what it is; null when nothing needs saying.</summary>
    public string? Reason { get; init; }

    /// <summary>The bullet of the summary it was written for anew; null: it is a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>The version it came into the summary with; null while it is not there.</summary>
    public long? LandedAt { get; set; }

    public required RunBulletState State { get; set; }

    /// <summary>Id of the bullet in the summary once it is there; chosen by the run so that a repeated landing finds it.</summary>
    public required string BulletId { get; init; }
}

/// <summary>A finished part: written in one transaction with its bullets.</summary>
public sealed class RunPart
{
    public required string RunId { get; init; }

    public required int Part { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }
}
