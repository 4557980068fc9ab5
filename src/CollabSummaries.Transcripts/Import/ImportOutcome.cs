namespace CollabSummaries.Transcripts.Import;

/// <summary>How a file is to be read.</summary>
/// <param name="FileName">Name it came with; a hint only, content decides.</param>
/// <param name="Format">Parser to force, by its short name; null: detect.</param>
/// <param name="Strict">Refuse what the format's specification refuses, instead of reading it with a warning.</param>
public sealed record ImportOptions(string? FileName = null, string? Format = null, bool Strict = false);

/// <summary>Why a file could not be read.</summary>
/// <param name="Message">One sentence a user understands: what is wrong and what to do.</param>
/// <param name="Line">Line of the raw file, from 1.</param>
/// <param name="NearestFormat">Short name of the format it comes closest to; null if none does.</param>
public sealed record ImportRefusal(string Message, int Line, string? NearestFormat);

/// <summary>Either a transcript or the reason there is none.</summary>
public sealed record ImportOutcome(Transcript? Transcript, ImportRefusal? Refusal);
