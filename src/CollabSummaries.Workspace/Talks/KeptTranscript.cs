namespace CollabSummaries.Workspace.Talks;

/// <summary>A transcript as kept: the raw file, byte for byte, and what was read from it.</summary>
public sealed class KeptTranscript
{
    public required string TalkId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Raw { get; init; }

    /// <summary>Short name of the parser that read it.</summary>
    public required string Format { get; set; }

    public required string Encoding { get; set; }

    public string? Language { get; set; }

    /// <summary>End of the last timed segment in milliseconds; null without times.</summary>
    public long? DurationMs { get; set; }

    /// <summary>How often it was changed since it was imported: corrected, its speakers renamed, parsed again.</summary>
    public int Edition { get; set; }

    public required int SegmentCount { get; set; }

    public required int SpeakerCount { get; set; }

    public required int WordCount { get; set; }

    public List<KeptSegment> Segments { get; init; } = [];

    public List<KeptChapter> Chapters { get; init; } = [];

    public List<AddedFile> AddedFiles { get; init; } = [];

    public List<SpeakerName> SpeakerNames { get; init; } = [];

    public List<KeptCorrection> Corrections { get; init; } = [];
}
