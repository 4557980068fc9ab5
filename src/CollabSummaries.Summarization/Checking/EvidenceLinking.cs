using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Checking;

/// <summary>A place in the transcript a sentence seems to rest on.</summary>
/// <param name="Start">First UTF-16 code unit in the segment's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Quote">Exactly the segment's text between the two.</param>
/// <param name="Score">Comparable within one sentence only; higher is better.</param>
public sealed record LinkedPassage(int Segment, int Start, int End, string Quote, double Score);

/// <summary>Finds what a sentence rests on: for bullets people write, and for summaries that come without evidence.</summary>
public static class EvidenceLinking
{
    /// <returns>At most five passages, best first; none when the sentence shares no telling word with the transcript.</returns>
    public static IReadOnlyList<LinkedPassage> Link(string sentence, IReadOnlyList<Segment> segments) => new EvidenceIndex(segments).Link(sentence);
}
