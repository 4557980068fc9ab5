using CollabSummaries.Web.Shell;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing;

/// <summary>The line under or beside a talk's title.</summary>
internal static class TalkFacts
{
    /// <summary>"1:44:01 · 3 speakers · 12 November 2026"; what is not known is left out.</summary>
    public static string Line(Talk talk)
    {
        var transcript = talk.Transcript;
        string?[] parts =
        [
            Wording.Length(transcript.DurationMs, transcript.SegmentCount),
            transcript.SpeakerCount > 0 ? Wording.Count(transcript.SpeakerCount, "speaker") : null,
            talk.Date is { } date ? Wording.Date(date) : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
