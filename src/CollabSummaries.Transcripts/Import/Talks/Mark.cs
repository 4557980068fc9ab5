namespace CollabSummaries.Transcripts.Import.Talks;

internal enum MarkKind
{
    /// <summary>`NAME: 00:01:02`, `**NAME:** 00:01:02`, `NAME [00:01:02]`.</summary>
    NameTime,

    /// <summary>`[00:01:02]`, with or without a name behind it.</summary>
    BracketTime,

    /// <summary>A time at the start of a line without brackets; a mark only where many lines have one.</summary>
    BareTime,

    /// <summary>`NAME:` without a time; a mark only where the name comes back.</summary>
    Name,
}

/// <summary>What stands at the start of a line and says who speaks and when.</summary>
/// <param name="Rest">Index in the line where the spoken words begin.</param>
/// <param name="IsGlued">Words follow the time without a space.</param>
internal readonly record struct Mark(MarkKind Kind, string? Speaker, long? StartMs, int Rest, bool IsGlued = false);
