namespace CollabSummaries.Transcripts;

/// <summary>Consecutive segments of one speaker shown as one row. Display only: evidence points at segments and characters.</summary>
/// <param name="FirstSegment">Index of the first segment.</param>
/// <param name="LastSegment">Index of the last segment, inclusive.</param>
public sealed record Turn(int FirstSegment, int LastSegment, string? Speaker, long? StartMs, long? EndMs);
