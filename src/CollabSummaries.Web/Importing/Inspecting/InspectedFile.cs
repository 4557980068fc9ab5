using CollabSummaries.Transcripts;
using CollabSummaries.Web.Importing.Joining;
using CollabSummaries.Web.Shell;

namespace CollabSummaries.Web.Importing.Inspecting;

/// <summary>One file as the inspector shows it.</summary>
/// <param name="Index">Its place among the files of the talk, from 0.</param>
/// <param name="Lines">Its first lines and those around odd ones.</param>
/// <param name="Warnings">In the file's own line numbers.</param>
public sealed record InspectedFile(int Index, OpenedFile Opened, IReadOnlyList<RawLine> Lines, IReadOnlyList<ImportWarning> Warnings)
{
    public static InspectedFile Of(OpenedFile opened, int index)
    {
        var warnings = opened.Outcome.Transcript?.Warnings ?? [];
        int[] marked = opened.Outcome.Refusal is { } refusal ? [refusal.Line] : [.. warnings.Select(x => x.Line)];
        return new InspectedFile(index, opened, opened.Lines is { } lines ? RawLine.Around(lines, marked) : [], warnings);
    }

    /// <summary>Short facts over the preview, in reading order.</summary>
    public IEnumerable<string> Facts()
    {
        if (Opened.Outcome.Transcript is not { } transcript)
            yield break;
        yield return transcript.Encoding.ToUpperInvariant();
        var cues = Cues(transcript.Format);
        yield return cues > transcript.Segments.Count
            ? $"{Wording.Count(cues, "cue")} → {Wording.Count(transcript.Segments.Count, "line")}"
            : Wording.Count(transcript.Segments.Count, "segment");
        if (transcript.Segments.Max(x => x.EndMs ?? x.StartMs) is { } ms)
            yield return Wording.Length(ms);
        else
            yield return "no times";
        yield return transcript.Speakers.Count == 0 ? "no speakers named" : Wording.Count(transcript.Speakers.Count, "speaker");
        if (transcript.Chapters.Count > 0)
            yield return Wording.Count(transcript.Chapters.Count, "heading");
        if (transcript.Summary is { Count: > 0 } bullets)
            yield return $"brings {Wording.Count(bullets.Count, "bullet")} of its own";
    }

    /// <summary>Captions as the file has them, each with an arrow in its timing line; rolling ones say every line two or three times.</summary>
    private int Cues(string format) =>
        format is "vtt" or "srt" && Opened.Lines is { } lines ? lines.Lines.Count(x => x.Length > 0 && char.IsAsciiDigit(x[0]) && x.Contains("-->", StringComparison.Ordinal)) : 0;
}
