namespace CollabSummaries.Workspace.Talks;

/// <summary>A talk as it arrives.</summary>
/// <param name="Title">As shown; cut to <see cref="TalkStore.LongestTitle"/> characters.</param>
/// <param name="CreatedBy">Key of the author who brings it.</param>
/// <param name="Summary">Bullets the file itself brings, plain text; null: none. They become the first update of the summary.</param>
public sealed record NewTalk(
    string Title, DateOnly? Date, string? MediaUrl, string CreatedBy, NewTranscript Transcript, IReadOnlyList<string>? Summary);

/// <summary>A transcript as it arrives: the file, byte for byte, and what was read from it.</summary>
public sealed record NewTranscript(
    string FileName, byte[] Raw, string Format, string Encoding, string? Language,
    IReadOnlyList<NewSegment> Segments, IReadOnlyList<NewChapter> Chapters)
{
    /// <summary>Further files of the same talk, in order; their segments are among <see cref="Segments"/>.</summary>
    public IReadOnlyList<NewFile> AddedFiles { get; init; } = [];

    /// <summary>Names given to speakers of the file before it was kept.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The rows of a talk.</summary>
    internal KeptTranscript ToKept(string talkId) => new()
    {
        TalkId = talkId,
        FileName = FileName,
        Raw = Raw,
        Format = Format,
        Encoding = Encoding,
        Language = Language,
        DurationMs = Segments.Max(x => x.EndMs ?? x.StartMs),
        SegmentCount = Segments.Count,
        SpeakerCount = Segments.Select(x => Shown(x.Speaker)).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
        WordCount = Segments.Sum(x => Words.In(x.Text)),
        Segments = [.. Segments.Select((x, i) => new KeptSegment
        {
            TalkId = talkId, Index = i, SegmentId = x.Id, StartMs = x.StartMs, EndMs = x.EndMs,
            Speaker = Shown(x.Speaker), ImportedSpeaker = x.Speaker, Text = x.Text, FirstLine = x.FirstLine, LastLine = x.LastLine,
        })],
        Chapters = [.. Chapters.Select((x, i) => new KeptChapter { TalkId = talkId, Index = i, Title = x.Title, FirstSegment = x.FirstSegment })],
        AddedFiles = [.. AddedFiles.Select((x, i) => new AddedFile
        {
            TalkId = talkId, Index = i + 1, FileName = x.FileName, Raw = x.Raw, Format = x.Format, Way = x.Way, ShiftMs = x.ShiftMs,
        })],
        SpeakerNames = [.. Names.Select(x => new SpeakerName { TalkId = talkId, Imported = x.Key, Shown = x.Value })],
    };

    private string? Shown(string? speaker) => speaker is null ? null : Names.GetValueOrDefault(speaker, speaker);
}

/// <summary>A further file of a talk.</summary>
/// <param name="Way">How it was joined to the first: see <see cref="AddedFile.Way"/>.</param>
public sealed record NewFile(string FileName, byte[] Raw, string Format, string Way, long? ShiftMs);

/// <summary>A segment as read; times in milliseconds from the start of the talk, lines of the raw file from 1.</summary>
public sealed record NewSegment(string Id, long? StartMs, long? EndMs, string? Speaker, string Text, int FirstLine, int LastLine);

/// <summary>A heading and the index of the first segment under it.</summary>
public sealed record NewChapter(string Title, int FirstSegment);
