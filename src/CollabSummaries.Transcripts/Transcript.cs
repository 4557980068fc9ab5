namespace CollabSummaries.Transcripts;

/// <summary>One cue or line block as imported. Its text is plain; nothing in it was rewritten.</summary>
/// <param name="Id">The same for the same file in every command: derived from the segment's place and text alone.</param>
/// <param name="StartMs">Milliseconds from the start of the talk, or null when the file has no times.</param>
/// <param name="EndMs">Milliseconds from the start of the talk, exclusive; null when the file does not say.</param>
/// <param name="Speaker">The name as the file writes it; null where the file names nobody.</param>
/// <param name="Text">Plain text; lines inside one segment are separated by a space.</param>
/// <param name="FirstLine">First line of the raw file this segment came from, from 1.</param>
/// <param name="LastLine">Last such line, inclusive.</param>
public sealed record Segment(string Id, long? StartMs, long? EndMs, string? Speaker, string Text, int FirstLine, int LastLine)
{
    /// <summary>First character of its words in the decoded text of the file (<see cref="SourceText"/>, UTF-16 units, a byte order mark not counted); null where that is not known.</summary>
    public int? SourceStart { get; init; }

    /// <summary>One after the last such character. Between the two stand the words in order, perhaps with markup, line ends or times among them.</summary>
    public int? SourceEnd { get; init; }
}

/// <summary>A heading between segments.</summary>
/// <param name="Title">Plain text of the heading.</param>
/// <param name="FirstSegment">Index of the first segment under it.</param>
public sealed record Chapter(string Title, int FirstSegment);

/// <summary>Something odd in the file that was read all the same.</summary>
/// <param name="Line">Line of the raw file, from 1.</param>
/// <param name="Message">What was odd and how it was read, one sentence.</param>
public sealed record ImportWarning(int Line, string Message)
{
    /// <summary>The other lines it holds for, in order, where it stands for several; the message gives their number. Ten thousand at most.</summary>
    public IReadOnlyList<int> FurtherLines { get; init; } = [];
}

/// <summary>What a file says about its talk besides what was spoken; null where it says nothing.</summary>
public sealed record TalkDetails(string? Title, DateOnly? Date, string? MediaUrl);

/// <summary>All that was said, in order.</summary>
/// <param name="Format">Short name of the parser that read it ("vtt", "srt", "pair", "markdown", "text", …), as `--format` takes it.</param>
/// <param name="Encoding">Name of the text encoding found ("utf-8", "utf-16le", "windows-1252", …).</param>
/// <param name="Language">BCP 47 tag if the file says or its words tell; else null.</param>
/// <param name="Speakers">Names in order of first appearance.</param>
/// <param name="Summary">Bullets the file itself brings (pair format); null where it has none. Never part of the segments.</param>
public sealed record Transcript(
    string Format,
    string Encoding,
    string? Language,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<Chapter> Chapters,
    IReadOnlyList<ImportWarning> Warnings,
    IReadOnlyList<string> Speakers,
    TalkDetails Details,
    IReadOnlyList<string>? Summary)
{
    /// <summary>Cues, blocks, rows or single words the file itself has: more than segments where rolling captions were collapsed or words joined.</summary>
    public int CuesInFile { get; init; } = Segments.Count;
}
