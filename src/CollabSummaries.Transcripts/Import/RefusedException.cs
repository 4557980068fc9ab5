namespace CollabSummaries.Transcripts.Import;

/// <summary>Leaves a reader from any depth; <see cref="TranscriptImport"/> turns it into a refusal.</summary>
internal sealed class RefusedException(string message, int line, string? nearestFormat = null) : Exception(message)
{
    public int Line { get; } = line;

    public string? NearestFormat { get; } = nearestFormat;
}
