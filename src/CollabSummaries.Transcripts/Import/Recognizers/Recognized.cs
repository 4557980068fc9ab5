using CollabSummaries.Transcripts.Import.Json;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>What speech recognizers have in common.</summary>
internal static class Recognized
{
    /// <summary>A speaker's label; a bare number or letter reads as "Speaker 0".</summary>
    public static string? Speaker(JsonValue? label)
    {
        var name = label?.Scalar?.Trim();
        if (name is null or "") return null;
        return name.Length == 1 || name.All(char.IsAsciiDigit) ? "Speaker " + name : name;
    }

    /// <summary>Adds a segment; one without words is named.</summary>
    public static void AddSegment(this Draft draft, long? startMs, long? endMs, string? speaker, JsonValue? text, JsonValue at)
    {
        if (string.IsNullOrWhiteSpace(text?.Text)) draft.WarnAlike(at.Line, "the segment has no text and was left out");
        else draft.Add(startMs, startMs is null ? null : endMs, speaker, text.Text, at.Line, at.LastLine, text.Inside);
    }
}
