using CollabSummaries.Transcripts;
using CollabSummaries.Web.Importing.Joining;
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

    /// <summary>A talk of one or several files, with what the person gave beside them.</summary>
    public static NewTalk From(JoinedFiles joined, ImportForm form, string createdBy)
    {
        var (transcript, first) = (joined.Transcript!, joined.Files[0]);
        var talk = From(transcript, first.File.Raw, first.File.Name, createdBy);
        return talk with
        {
            Title = form.Title!,
            Date = form.ParsedDate(),
            MediaUrl = form.ParsedUrl(),
            Transcript = talk.Transcript with
            {
                Language = form.Language is null ? transcript.Language : form.Language.Length > 0 ? form.Language : null,
                AddedFiles = [.. joined.Files.Skip(1).Select(x => new NewFile(x.File.Name, x.File.Raw, x.Outcome.Transcript!.Format, (x.Way ?? JoinWay.After).Name(), x.ShiftMs))],
                Names = form.Names(),
            },
        };
    }

    public static string TitleFrom(string fileName)
    {
        var words = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? "Untitled talk" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
