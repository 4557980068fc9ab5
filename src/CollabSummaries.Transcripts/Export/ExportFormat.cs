namespace CollabSummaries.Transcripts.Export;

/// <summary>A kind of file a transcript can be written as.</summary>
/// <param name="Name">Short name ("vtt", "srt", "txt", "md", "json"), also the file's ending.</param>
/// <param name="DisplayName">What a menu shows.</param>
/// <param name="ContentType">Media type of a download.</param>
public sealed record ExportFormat(string Name, string DisplayName, string ContentType);
