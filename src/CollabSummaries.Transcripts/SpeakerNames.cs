namespace CollabSummaries.Transcripts;

/// <summary>Renames and merges speakers everywhere in a transcript. Segments keep their ids, texts and lines, so evidence stays.</summary>
public static class SpeakerNames
{
    private const int Longest = 200;

    /// <summary>Gives a speaker another name; a name that another speaker already has merges the two.</summary>
    /// <exception cref="ArgumentException">When nobody has the old name, or the new one is blank, too long or more than a line.</exception>
    public static Transcript Rename(Transcript transcript, string from, string to)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return Rename(transcript, [from], to);
    }

    /// <summary>Makes several speakers one.</summary>
    /// <inheritdoc cref="Rename(Transcript, string, string)"/>
    public static Transcript Merge(Transcript transcript, IReadOnlyCollection<string> speakers, string into)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(speakers);
        return Rename(transcript, speakers, into);
    }

    private static Transcript Rename(Transcript transcript, IReadOnlyCollection<string> from, string to)
    {
        if (string.IsNullOrWhiteSpace(to) || to.Length > Longest || to.AsSpan().ContainsAny('\r', '\n')) throw new ArgumentException($"a name needs 1 to {Longest} characters on one line", nameof(to));
        if (from.FirstOrDefault(f => !transcript.Speakers.Contains(f)) is { } missing) throw new ArgumentException($"nobody in the transcript is named '{missing}'", nameof(from));
        to = to.Trim();
        var old = from.ToHashSet(StringComparer.Ordinal);
        var segments = transcript.Segments.Select(s => s.Speaker is { } name && old.Contains(name) ? s with { Speaker = to } : s).ToList();
        return transcript with { Segments = segments, Speakers = [.. segments.Select(s => s.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)] };
    }
}
