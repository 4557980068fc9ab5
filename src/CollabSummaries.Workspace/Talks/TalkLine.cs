using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Workspace.Talks;

/// <summary>Which talks to list.</summary>
/// <param name="TitleContains">Words in the title, case ignored; null or empty: all.</param>
/// <param name="Bin">Those in the bin instead of those on the shelf.</param>
public sealed record TalkQuery(string? TitleContains = null, bool Bin = false);

/// <summary>A talk as a line of the library.</summary>
/// <param name="DeletedAt">When it went to the bin; null on the shelf.</param>
/// <param name="CreatedByName">Name of who brought it.</param>
/// <param name="LatestRun">The run asked for last; null: none yet.</param>
public sealed record TalkLine(
    string Id, string Title, DateOnly? Date, DateTimeOffset UpdatedAt, DateTimeOffset? DeletedAt, long? DurationMs,
    int SegmentCount, int SpeakerCount, int WordCount, string CreatedByName, RunLine? LatestRun);

/// <summary>How far a run is.</summary>
public sealed record RunLine(string Id, int Number, RunState State, int PartsDone, int PartsTotal)
{
    /// <summary>How many runs will be taken up before it; null: it does not wait, or nobody counted.</summary>
    public int? Before { get; init; }
}
