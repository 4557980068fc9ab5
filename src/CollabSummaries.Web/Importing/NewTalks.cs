using CollabSummaries.Transcripts;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Importing;

/// <summary>From what was read to what is kept.</summary>
internal static class NewTalks
{
    /// <summary>The title is the file's own, or its name.</summary>
    public static NewTalk From(Transcript transcript, byte[] raw, string fileName, string createdBy) => new(
        transcript.Details.Title is { Length: > 0 } title ? title : TitleFrom(fileName),
        transcript.Details.Date,
        transcript.Details.MediaUrl,
        createdBy,
        new NewTranscript(
            fileName, raw, transcript.Format, transcript.Encoding, transcript.Language,
            [.. transcript.Segments.Select(x => new NewSegment(x.Id, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))],
            [.. transcript.Chapters.Select(x => new NewChapter(x.Title, x.FirstSegment))]),
        transcript.Summary);

    private static string TitleFrom(string fileName) =>
        Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Trim() is { Length: > 0 } name ? name : "Untitled talk";
}
