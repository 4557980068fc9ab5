namespace CollabSummaries.Transcripts.Import;

/// <summary>A kind of file that can be read.</summary>
/// <param name="Name">Short name, as `--format` takes it.</param>
/// <param name="DisplayName">What a menu shows.</param>
public sealed record TranscriptFormat(string Name, string DisplayName);

/// <summary>What a file may be.</summary>
/// <param name="Format">Short name.</param>
/// <param name="DisplayName">What a menu shows.</param>
/// <param name="Score">0 (not at all) to 1 (certain).</param>
public sealed record FormatGuess(string Format, string DisplayName, double Score);
