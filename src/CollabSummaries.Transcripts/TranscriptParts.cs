using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts;

/// <summary>Makes one transcript of two files of a talk: a recording in two halves, or times in one file and names in the other.</summary>
public static class TranscriptParts
{
    private const int LookBack = 64;

    /// <summary>The second file after the first. The raw text kept for it is that of both files, the second right after the last line of the first.</summary>
    /// <param name="first">First half.</param>
    /// <param name="second">Second half; its times begin at zero again.</param>
    /// <param name="secondStartMs">When in the talk the second half begins; null takes the end of the first, or leaves times alone where the first has none.</param>
    /// <param name="charactersOfFirst">Length of the first file's text with the line end behind it; null leaves the characters of the second unknown.</param>
    /// <param name="linesOfFirst">Number of lines of the first file, so that lines of the second count on.</param>
    public static Transcript Append(Transcript first, Transcript second, long? secondStartMs, int linesOfFirst, int? charactersOfFirst = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfNegative(linesOfFirst);
        var shift = secondStartMs ?? first.Segments.Select(s => s.EndMs ?? s.StartMs ?? 0).DefaultIfEmpty().Max();
        var count = first.Segments.Count;
        var moved = second.Segments.Select((s, i) => s with
        {
            Id = SegmentId.Of(count + i, s.Text),
            StartMs = s.StartMs + shift,
            EndMs = s.EndMs + shift,
            FirstLine = s.FirstLine + linesOfFirst,
            LastLine = s.LastLine + linesOfFirst,
            SourceStart = s.SourceStart + charactersOfFirst,
            SourceEnd = s.SourceEnd + charactersOfFirst,
        });
        return first with
        {
            Segments = [.. first.Segments, .. moved],
            Chapters = [.. first.Chapters, .. second.Chapters.Select(c => c with { FirstSegment = c.FirstSegment + count })],
            Warnings = [.. first.Warnings, .. second.Warnings.Select(w => w with { Line = w.Line + linesOfFirst })],
            Speakers = [.. first.Speakers.Concat(second.Speakers).Distinct(StringComparer.Ordinal)],
            CuesInFile = first.CuesInFile + second.CuesInFile,
            Language = first.Language ?? second.Language,
            Details = new TalkDetails(first.Details.Title ?? second.Details.Title, first.Details.Date ?? second.Details.Date, first.Details.MediaUrl ?? second.Details.MediaUrl),
            Summary = first.Summary is null ? second.Summary : [.. first.Summary, .. second.Summary ?? []],
        };
    }

    /// <summary>Names from another file of the same recording: each unnamed segment takes the speaker who talks longest while it lasts. Words, times and ids stay.</summary>
    public static Transcript TakeSpeakers(Transcript words, Transcript names)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(names);
        var spoken = Spans(names.Segments).Where(s => s.Speaker is not null).OrderBy(s => s.StartMs).ToArray();
        var starts = Array.ConvertAll(spoken, s => s.StartMs);
        var segments = words.Segments.Zip(Spans(words.Segments)).Select(pair =>
            pair.First is { Speaker: null, StartMs: not null } unnamed ? unnamed with { Speaker = Loudest(spoken, starts, pair.Second.StartMs, pair.Second.EndMs) } : pair.First).ToList();
        return words with { Segments = segments, Speakers = [.. segments.Select(s => s.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Who talks longest between two times. Few talk at once, so looking a few segments back is enough and keeps long files fast.</summary>
    private static string? Loudest((long StartMs, long EndMs, string? Speaker)[] spoken, long[] starts, long from, long to)
    {
        var after = Array.BinarySearch(starts, to);
        after = after < 0 ? ~after : after;
        var shares = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = after - 1; i >= 0 && i >= after - LookBack; i--)
        {
            var share = Math.Min(spoken[i].EndMs, to) - Math.Max(spoken[i].StartMs, from);
            if (share > 0) shares[spoken[i].Speaker!] = shares.GetValueOrDefault(spoken[i].Speaker!) + share;
        }

        return shares.Count == 0 ? null : shares.MaxBy(s => s.Value).Key;
    }

    /// <summary>When each segment is spoken; a missing end is the next start.</summary>
    private static IEnumerable<(long StartMs, long EndMs, string? Speaker)> Spans(IReadOnlyList<Segment> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var start = segments[i].StartMs ?? 0;
            var next = i + 1 < segments.Count ? segments[i + 1].StartMs : null;
            yield return (start, segments[i].EndMs ?? (next > start ? next.Value : start + 1), segments[i].Speaker);
        }
    }
}
