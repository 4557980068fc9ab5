using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>The lines from `WEBVTT` to the first blank line.</summary>
internal static class VttHeader
{
    /// <summary>Takes the language from the header and gives the index of the first line after it.</summary>
    public static int Read(RawText text, int firstCue, Draft draft)
    {
        if (!text.Lines[0].StartsWith("WEBVTT", StringComparison.OrdinalIgnoreCase)) return 0;
        if (WebVtt.HasSignature(text) && !Blank.Is(text.Lines[0].AsSpan(Math.Min(6, text.Lines[0].Length)))) draft.Warn(1, "what stands behind 'WEBVTT' is no speech and was left out");
        var at = 1;
        while (at < firstCue && !Blank.Is(text.Lines[at]))
        {
            var line = text.Lines[at++];
            if (Value(line, "Language:") is { Length: > 0 } language) draft.Language = language;
            else if (!line.StartsWith("Kind:", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("X-TIMESTAMP-MAP", StringComparison.Ordinal) && Value(line, "Language:") is null) draft.WarnAlike(at, "lines of the header are no speech and were left out");
            if (line.StartsWith("X-TIMESTAMP-MAP", StringComparison.Ordinal)) draft.Warn(at, "the timestamp map of a stream was not applied; times are as the cues give them");
        }

        return at;
    }

    private static string? Value(string line, string key) =>
        line.StartsWith(key, StringComparison.OrdinalIgnoreCase) ? Blank.Trim(line[key.Length..]) : null;
}
