using CollabSummaries.Transcripts;

namespace CollabSummaries.Web.Importing.Joining;

/// <summary>The files of one talk, read and put together. The same files in the same way give the same transcript, whoever asks.</summary>
/// <param name="Transcript">Null when one of them could not be read.</param>
public sealed record JoinedFiles(IReadOnlyList<OpenedFile> Files, Transcript? Transcript)
{
    /// <summary>Files of one talk at most.</summary>
    public const int Most = 8;

    private const double SameLength = 0.2;

    /// <summary>The first file that could not be read, and why; null: all could.</summary>
    public OpenedFile? Refused => Files.FirstOrDefault(x => x.Outcome.Refusal is not null);

    public static JoinedFiles Of(IReadOnlyList<ImportFile> files, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(files.Count, Most);
        var opened = new List<OpenedFile> { OpenedFile.Of(files[0], 0, stop) };
        var talk = opened[0].Outcome.Transcript;
        foreach (var file in files.Skip(1))
        {
            var next = OpenedFile.Of(file, opened[^1].LinesBefore + (opened[^1].Lines?.Count ?? 0), stop);
            if (talk is not null && next.Outcome.Transcript is { } further)
            {
                next = Placed(next, talk, further);
                talk = Join(talk, further, next);
            }
            else
            {
                talk = null;
            }

            opened.Add(next);
        }

        return new JoinedFiles(opened, talk);
    }

    private static Transcript Join(Transcript talk, Transcript further, OpenedFile file) => file.Way switch
    {
        JoinWay.Chat => TranscriptTracks.Weave(talk, further, file.ShiftMs ?? 0, file.LinesBefore),
        JoinWay.Names => TranscriptParts.TakeSpeakers(talk, further),
        _ => TranscriptParts.Append(talk, further, file.ShiftMs, file.LinesBefore),
    };

    private static OpenedFile Placed(OpenedFile file, Transcript talk, Transcript further)
    {
        var way = file.File.Way ?? Guess(talk, further);
        if (way == JoinWay.Names || First(further) is not { } first)
            return file with { Way = way };
        if (file.File.ShiftMs is { } shift)
            return file with { Way = way, BeginsMs = shift, ShiftMs = shift };
        var end = End(talk) ?? 0;
        var begins = file.File.BeginsMs ?? (way == JoinWay.After ? end : 0);
        // Messages that all come after the end carry the time of day.
        var ownStart = way == JoinWay.Chat && first > end ? first : 0;
        return file with { Way = way, BeginsMs = begins, ShiftMs = begins - ownStart };
    }

    private static JoinWay Guess(Transcript talk, Transcript further)
    {
        if (further.Format == "zoom-chat")
            return JoinWay.Chat;
        var sameRecording = End(talk) is { } one && End(further) is { } other && Math.Abs(one - other) <= SameLength * Math.Max(one, other);
        return sameRecording && talk.Speakers.Count == 0 && further.Speakers.Count > 0 ? JoinWay.Names : JoinWay.After;
    }

    private static long? First(Transcript transcript) => transcript.Segments.Min(x => x.StartMs);

    private static long? End(Transcript transcript) => transcript.Segments.Max(x => x.EndMs ?? x.StartMs);
}
