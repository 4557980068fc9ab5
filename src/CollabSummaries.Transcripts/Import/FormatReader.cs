using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import;

/// <summary>One row of the format table: how sure a file is of this format, and how it is read.</summary>
/// <param name="Format">Its names.</param>
/// <param name="Score">0 to 1 from the content; linear in the file.</param>
/// <param name="Read">Fills the draft; throws <see cref="RefusedException"/> where the file cannot be read.</param>
internal sealed record FormatReader(
    TranscriptFormat Format,
    Func<RawText, double> Score,
    Action<RawText, Draft, CancellationToken> Read);
