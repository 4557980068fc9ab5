namespace CollabSummaries.Summarization;

/// <summary>How a bullet's words came about.</summary>
public enum BulletKind
{
    /// <summary>Written by a model and passed by the gate.</summary>
    Written,

    /// <summary>The speaker's own words, cleaned of fillers.</summary>
    Quoted,
}

/// <summary>How far the evidence carries a bullet.</summary>
public enum SupportState
{
    Supported,
    Weak,
    Unsupported,
}

/// <summary>How far the evidence carries a bullet, and by how much.</summary>
/// <param name="Score">Share of the bullet's content words found in its evidence, 0 to 1.</param>
public sealed record Support(SupportState State, double Score);

/// <summary>A piece of a passage that lies in one segment. Evidence over several segments is one entry a segment.</summary>
/// <param name="Passage">Number of the passage, from 0, best first.</param>
/// <param name="Segment">Index of the segment in the transcript given.</param>
/// <param name="Start">First UTF-16 code unit in the segment's text.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Quote">Exactly the segment's text between the two.</param>
public sealed record Evidence(int Passage, int Segment, int Start, int End, string Quote);

/// <summary>A sentence a model wrote for a bullet, shown or not.</summary>
/// <param name="Refusal">Why it was not taken; null for the one that was.</param>
/// <param name="MeanLogProbability">How sure the model was of its words; null where a model does not say.</param>
public sealed record Candidate(string Text, string? Refusal, double? MeanLogProbability);

/// <summary>One line of a summary with what it rests on.</summary>
/// <param name="Text">Plain text, one line, no markup.</param>
/// <param name="Section">Title of the stretch of the talk it stands for; null where there is none.</param>
/// <param name="Notes">Why candidates were refused, for the run record; empty when nothing was refused.</param>
public sealed record Bullet(
    string Text, string? Section, BulletKind Kind, IReadOnlyList<Evidence> Evidence, Support Support, IReadOnlyList<string> Notes)
{
    /// <summary>All that was written for it, in the order it was judged, for the run record.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Why its support is what it is, one sentence; null for quotes and for bullets that follow their passage word by word.</summary>
    public string? Reason { get; init; }
}
