namespace CollabSummaries.Transcripts;

/// <summary>What a reader put right in one segment. The file keeps what it says; a correction stands beside it.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Original">Its text as imported: a correction no longer holds where the file says something else.</param>
/// <param name="Corrected">The text to show and to summarize; null keeps the original words.</param>
/// <param name="Speaker">Who really speaks; null keeps the speaker of the file.</param>
public sealed record Correction(string SegmentId, string Original, string? Corrected, string? Speaker);

/// <summary>The transcript as corrected.</summary>
/// <param name="Transcript">Corrected; ids, times and lines are those of the original.</param>
/// <param name="Changed">Ids of segments whose words differ from the file's: evidence in them has to be looked at again.</param>
/// <param name="Stale">Corrections that fit no segment any more, after a file was parsed anew.</param>
public sealed record CorrectedTranscript(Transcript Transcript, IReadOnlySet<string> Changed, IReadOnlyList<Correction> Stale);

/// <summary>Lays corrections over a transcript.</summary>
public static class Corrections
{
    /// <summary>Applies corrections; the last one for a segment counts.</summary>
    public static CorrectedTranscript Apply(Transcript transcript, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(corrections);
        var texts = transcript.Segments.ToDictionary(s => s.Id, s => s.Text, StringComparer.Ordinal);
        var (fitting, stale) = (new Dictionary<string, Correction>(StringComparer.Ordinal), new List<Correction>());
        foreach (var correction in corrections)
        {
            if (texts.TryGetValue(correction.SegmentId, out var text) && text == correction.Original) fitting[correction.SegmentId] = correction;
            else stale.Add(correction);
        }

        var segments = transcript.Segments.Select(s => fitting.TryGetValue(s.Id, out var c) ? Apply(s, c) : s).ToList();
        var changed = transcript.Segments.Where((s, i) => segments[i].Text != s.Text).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var speakers = segments.Select(s => s.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new CorrectedTranscript(transcript with { Segments = segments, Speakers = speakers }, changed, stale);
    }

    private static Segment Apply(Segment segment, Correction correction) => segment with
    {
        Text = OneLine(correction.Corrected) ?? segment.Text,
        Speaker = correction.Speaker is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : segment.Speaker,
    };

    /// <summary>A segment is one line and never empty; an empty correction keeps the original words.</summary>
    private static string? OneLine(string? text) =>
        text?.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines && string.Join(' ', lines) is { Length: > 0 } line ? line : null;
}
